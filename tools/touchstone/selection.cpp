#include "tools/touchstone/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <stdexcept>

namespace touchstone::cli {

std::vector<const spec::Claim*> select(const spec::Spec& spec, const std::string& glob) {
  const auto matching = spec.matching(glob);
  if (matching.empty())
    throw std::runtime_error(fmt::format("no claim matches '{}'; near: {}", glob,
                                         fmt::join(spec.suggestions(glob), ", ")));
  std::vector<const spec::Claim*> selected;
  for (const spec::Claim* claim : matching)
    if (claim->verdict != spec::DocumentVerdict::untestable) selected.push_back(claim);
  return selected;
}

}  // namespace touchstone::cli
