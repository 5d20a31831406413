/// How long a wait may take, as Python says it: seconds as a float, or no limit; and the moment on
/// the monotonic clock that this comes to, so that a wait in several steps keeps one deadline.
///
/// Rounded up: a wait is never short. Errors: ValueError for NaN; OverflowError beyond
/// `timeout_max`; zero and less are a moment that has passed.
#pragma once

#include <chrono>
#include <optional>

namespace threading {

using Seconds = std::chrono::duration<double>;
/// None: without limit.
using Timeout = std::optional<Seconds>;
using Deadline = std::chrono::steady_clock::time_point;

/// CPython's threading.TIMEOUT_MAX.
inline constexpr Seconds timeout_max{9223372036.0};
inline constexpr Deadline never = Deadline::max();
inline constexpr Deadline passed = Deadline::min();
/// What the `timeout` of a lock is by default.
inline constexpr Seconds unlimited{-1};

Deadline deadline_after(Timeout timeout);

/// For a lock's `acquire(blocking, timeout)` with a limit. OverflowError for what is beyond
/// `timeout_max` either way, then ValueError for a negative timeout, and for one of a call that
/// does not block.
Deadline limited_lock_deadline(bool blocking, Seconds timeout);

/// The same, where `unlimited` stands for no limit.
inline Deadline lock_deadline(bool blocking, Seconds timeout) {
  if (timeout == unlimited) return blocking ? never : passed;
  return limited_lock_deadline(blocking, timeout);
}

}  // namespace threading
