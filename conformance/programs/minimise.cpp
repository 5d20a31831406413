#include "conformance/programs/minimise.h"

#include <algorithm>

#include "conformance/programs/shrinks.h"

namespace touchstone::programs {
namespace {

constexpr std::size_t at_once = 8;

/// The first of the candidates that shows it, in groups.
std::optional<Program> first_of(std::vector<Program>& candidates, const FirstToShow& first_to_show,
                                int& attempts) {
  for (std::size_t from = 0; from < candidates.size() && attempts > 0; from += at_once) {
    const std::size_t count = std::min(at_once, candidates.size() - from);
    attempts -= static_cast<int>(count);
    if (const auto found = first_to_show(std::span(candidates).subspan(from, count)))
      return std::move(candidates[from + *found]);
  }
  return std::nullopt;
}

}  // namespace

Program minimise(Program program, const FirstToShow& first_to_show, int attempts) {
  while (attempts > 0) {
    std::vector<Program> candidates = smaller(program);
    auto found = first_of(candidates, first_to_show, attempts);
    if (!found) break;
    program = *std::move(found);
  }
  return program;
}

}  // namespace touchstone::programs
