#include "tools/touchstone/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <stdexcept>

namespace touchstone::cli {

std::string nearby(const spec::Spec& spec, const std::string& id) {
  const auto ids = spec.suggestions(id);
  return ids.empty() ? "" : fmt::format("; near: {}", fmt::join(ids, ", "));
}

std::vector<const spec::Claim*> select(const spec::Spec& spec,
                                       const std::vector<std::string>& globs) {
  std::set<const spec::Claim*> chosen;
  for (const std::string& glob : globs) {
    const auto matching = spec.matching(glob);
    if (matching.empty())
      throw std::runtime_error(fmt::format("no claim matches '{}'{}", glob, nearby(spec, glob)));
    chosen.insert(matching.begin(), matching.end());
  }
  auto selected = spec.matching("*");
  std::erase_if(selected, [&](const spec::Claim* claim) {
    return claim->verdict == spec::DocumentVerdict::untestable ||
           (!globs.empty() && !chosen.contains(claim));
  });
  return selected;
}

}  // namespace touchstone::cli
