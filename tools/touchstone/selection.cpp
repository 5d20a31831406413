#include "tools/touchstone/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <stdexcept>

namespace touchstone::cli {

std::string nearby(const spec::Spec& spec, const std::string& id) {
  const auto ids = spec.suggestions(id);
  return ids.empty() ? "" : fmt::format("; near: {}", fmt::join(ids, ", "));
}

std::vector<const spec::Claim*> select(const spec::Spec& spec, const std::string& glob) {
  const auto matching = spec.matching(glob);
  if (matching.empty())
    throw std::runtime_error(fmt::format("no claim matches '{}'{}", glob, nearby(spec, glob)));
  std::vector<const spec::Claim*> selected;
  for (const spec::Claim* claim : matching)
    if (claim->verdict != spec::DocumentVerdict::untestable) selected.push_back(claim);
  return selected;
}

}  // namespace touchstone::cli
