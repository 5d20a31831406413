#include "conformance/subjects/environment.h"

#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace touchstone {
namespace {

bool is_scrubbed(std::string_view name) {
  if (name.starts_with("PYTHON")) return name != "PYTHONPATH";
  return name.starts_with("LC_") || name == "LANG" || name == "LANGUAGE" || name == "TZ";
}

void set(Environment& environment, const std::string& name, const std::string& value) {
  const auto found = std::ranges::find(environment, name, &Environment::value_type::first);
  if (found == environment.end()) {
    environment.emplace_back(name, value);
  } else {
    found->second = value;
  }
}

}  // namespace

Environment inherited_environment() {
  Environment environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals != std::string_view::npos)
      environment.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return environment;
}

Environment subject_environment(Environment inherited, std::uint64_t seed,
                                const Environment& added) {
  std::erase_if(inherited, [](const auto& entry) { return is_scrubbed(entry.first); });
  set(inherited, "LC_ALL", "C.UTF-8");
  set(inherited, "TZ", "UTC");
  set(inherited, "PYTHONHASHSEED", std::to_string(seed % (std::uint64_t{1} << 32U)));
  for (const auto& [name, value] : added) set(inherited, name, value);
  return inherited;
}

std::pair<std::string, std::string> parse_assignment(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    throw std::invalid_argument("\"" + text + "\" sets no variable: expected NAME=VALUE");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace touchstone
