/// How many processes judge side by side.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <thread>

namespace touchstone::cli {

/// `first` begin; more are added while a processor is idle, up to `most`.
struct Crew {
  int first = 1;
  int most = 1;
  bool grows() const { return first < most; }
};

/// Just `jobs`; where nothing is asked for, what keeps the processors busy. Judging is often
/// waiting, but where it computes, more processes than that only cost.
inline Crew crew_of(std::optional<int> jobs) {
  if (jobs) return {*jobs, *jobs};
  const int processors = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 32);
  return {2 * processors, std::min(8 * processors, 64)};
}

/// Tells whether processors of this machine are idle.
class IdleProcessors {
 public:
  /// True where one was idle at some time since the last call (or the construction), and where the
  /// machine does not say.
  bool any();

 private:
  static std::optional<std::uint64_t> idle_ticks();

  std::optional<std::uint64_t> before_ = idle_ticks();
};

}  // namespace touchstone::cli
