/// How many processes judge side by side.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <thread>

namespace touchstone::cli {

/// `first` begin; more are added while processors have time to spare, up to `most`.
struct Crew {
  int first = 1;
  int most = 1;
};

/// Just `jobs`; where nothing is asked for, what keeps the processors busy. Judging is often
/// waiting, but where it computes, more processes than that only cost.
inline Crew crew_of(std::optional<int> jobs) {
  if (jobs) return {*jobs, *jobs};
  const int processors = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 32);
  return {2 * processors, std::min(8 * processors, 64)};
}

/// Tells whether this machine's processors have time to spare.
class SpareTime {
 public:
  /// True where they were idle for a quarter of the time since the last call (or the
  /// construction), and where the machine does not say.
  bool is_left();

 private:
  struct Ticks {
    std::uint64_t idle = 0;
    std::uint64_t all = 0;
  };
  static std::optional<Ticks> ticks();

  std::optional<Ticks> before_ = ticks();
};

}  // namespace touchstone::cli
