/// Some of the tasks of a scenario, told by the bits of a number, or what becomes of each.
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

/// One of `ways` (0 to `ways` - 1) for each of one to eight.
inline rc::Gen<std::vector<std::int64_t>> one_way_each(std::int64_t ways) {
  return arbitrary::numbers(0, ways - 1, 1, 8);
}

}  // namespace touchstone
