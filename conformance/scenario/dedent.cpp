#include <algorithm>
#include <optional>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {
namespace {

constexpr std::string_view white_space = " \t";

std::string_view indentation(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(white_space), line.size()));
}

/// Calls visit(line) for each line, without its end; `last` is true where no line end follows.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (;;) {
    const std::size_t end = text.find('\n');
    visit(text.substr(0, end), end == std::string_view::npos);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

std::string_view common_indentation(std::string_view text) {
  std::optional<std::string_view> common;
  for_each_line(text, [&](std::string_view line, bool) {
    const std::string_view own = indentation(line);
    if (own.size() == line.size()) return;
    if (!common) common = own;
    const auto parted = std::ranges::mismatch(*common, own);
    common = common->substr(0, static_cast<std::size_t>(parted.in1 - common->begin()));
  });
  return common.value_or("");
}

}  // namespace

std::string dedent(std::string_view text) {
  const std::size_t margin = common_indentation(text).size();
  std::string dedented;
  dedented.reserve(text.size());
  for_each_line(text, [&](std::string_view line, bool last) {
    if (indentation(line).size() < line.size()) dedented += line.substr(margin);
    if (!last) dedented += '\n';
  });
  return dedented;
}

}  // namespace touchstone::scenario
