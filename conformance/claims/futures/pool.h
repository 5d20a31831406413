/// What several checks of this chapter begin with, pick and count.
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "conformance/claims/claims.h"
#include "conformance/scenario/parse.h"

namespace touchstone {

using Numbers = std::vector<std::int64_t>;

/// Scenario text that begins with a pool of one worker, held: its job, the future `held`, stands at
/// the gate "hold", for which the check has the rule, and gives "held". What the text then submits
/// is queued until that gate opens.
inline std::string with_held_worker(Trial& trial, std::string_view rest) {
  trial.open("begun").after(reached("hold"));
  return scenario::dedent(R"(
    def hold():
        gate("hold")
        return "held"
    pool = concurrent.futures.ThreadPoolExecutor(1)
    held = pool.submit(hold)
    gate("begun")
)") + scenario::dedent(rest);
}

/// 0 .. size - 1 in some order, which shrinks towards the natural one; bound under `name`.
inline Numbers pick_order(Trial& trial, const std::string& name, std::size_t size) {
  const auto keys = trial.pick(
      name + "_keys", rc::gen::container<Numbers>(size, rc::gen::inRange<std::int64_t>(0, 1000)));
  Numbers order(size);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(
      order, {}, [&](std::int64_t i) { return std::pair(keys[static_cast<std::size_t>(i)], i); });
  trial.bind(name, order);
  return order;
}

inline Values squares(const Numbers& numbers) {
  Values results;
  for (const std::int64_t number : numbers) results.emplace_back(number * number);
  return results;
}

/// How many operations of the label were under way at once, at most.
inline std::size_t most_together(const Trace& trace, std::string_view label) {
  const auto operations = trace.operations(label);
  std::size_t most = 0;
  for (const Operation& one : operations) {
    const auto together = std::ranges::count_if(operations, [&](const Operation& other) {
      return other.begin <= one.begin && (!other.end || *other.end > one.begin);
    });
    most = std::max(most, static_cast<std::size_t>(together));
  }
  return most;
}

}  // namespace touchstone
