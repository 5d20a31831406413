/// Some of the tasks of a scenario, told by the bits of a number.
#pragma once

#include "conformance/claims/claims.h"

namespace touchstone {

/// The numbers below `count` for which the pattern has a bit set, or those for which it has none.
inline Values chosen(std::int64_t count, std::int64_t pattern, bool set) {
  Values numbers;
  for (std::int64_t number = 0; number < count; ++number)
    if (((pattern >> number) & 1) == (set ? 1 : 0)) numbers.emplace_back(number);
  return numbers;
}

}  // namespace touchstone
