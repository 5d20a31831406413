/// How long a silent subject is waited for.
///
/// A machine may have less CPU time to give than is asked for; who gets none is slow, not hung. So
/// silence counts only as far as the subject could have used it. It is looked at in slices: of a
/// slice, what the subject's threads waited for a CPU is taken off, but never what they ran. What a
/// slice takes longer than planned does not count, since then the kit itself had to wait. Where
/// even the wall's clock has gone far beyond the deadline, patience is over all the same.
///
/// Requires: one thread; time points do not go back.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <vector>

#include "conformance/subjects/processes.h"

namespace touchstone {

class Patience {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Look = std::function<std::vector<ThreadTimes>()>;

  static constexpr int slices = 20;          ///< of a deadline
  static constexpr int most_deadlines = 20;  ///< by the wall's clock

  /// `look` gives the subject's threads.
  Patience(std::chrono::milliseconds deadline, Look look, Time now);

  /// The subject has shown itself: its silence begins anew.
  void restart(Time now);
  /// Counts what has passed where a slice is over.
  void tick(Time now);
  /// When it wants to be called again.
  Time next_tick() const { return looked_ + slice_; }
  bool is_over(Time now) const;
  /// What has passed by the wall's clock and not counted.
  std::chrono::milliseconds uncounted(Time now) const;

 private:
  using Duration = std::chrono::nanoseconds;

  Duration usable(Duration passed);

  Duration deadline_;
  Duration slice_;
  Look look_;
  Time began_;
  Time looked_;
  Duration counted_{0};
  std::map<std::int64_t, ThreadTimes> threads_;  ///< as of the last look
};

}  // namespace touchstone
