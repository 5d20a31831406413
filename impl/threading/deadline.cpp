#include "impl/threading/deadline.h"

#include <cmath>

#include "impl/errors/hierarchy.h"

namespace threading {
namespace {

void require_number(Seconds timeout) {
  if (std::isnan(timeout.count())) {
    throw errors::ValueError("Invalid value NaN (not a number): give a timeout in seconds");
  }
}

void require_countable(Seconds timeout) {
  if (timeout > timeout_max) {
    throw errors::OverflowError("timeout value is too large: leave it out to wait without limit");
  }
}

}  // namespace

Deadline deadline_after(Timeout timeout) {
  // What lasts longer than this overflows the clock's count, and nobody can see the difference.
  constexpr Seconds longest = std::chrono::hours(24) * 365 * 30;
  if (!timeout) return never;
  require_number(*timeout);
  require_countable(*timeout);
  if (*timeout <= Seconds::zero()) return passed;
  if (*timeout > longest) return never;
  return std::chrono::steady_clock::now() + std::chrono::ceil<std::chrono::nanoseconds>(*timeout);
}

Deadline limited_lock_deadline(bool blocking, Seconds timeout) {
  require_number(timeout);
  require_countable(std::chrono::abs(timeout));
  if (!blocking) {
    throw errors::ValueError(
        "can't specify a timeout for a non-blocking call: leave one of the two out");
  }
  if (timeout < Seconds::zero()) {
    throw errors::ValueError("timeout value must be positive: give -1 to wait without limit");
  }
  return deadline_after(timeout);
}

}  // namespace threading
