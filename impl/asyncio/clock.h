/// What a loop takes for time: the machine's monotonic clock, or a virtual one that jumps to the
/// next deadline as soon as nothing is ready, so that an hour of sleeps takes no time and every
/// deadline is met exactly. Thread safety: the loop's thread alone.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "impl/asyncio/wakeup.h"

namespace asyncio {

using Seconds = std::chrono::duration<double>;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Seconds now() const = 0;
  /// Passes time until `deadline` (none: without limit) or a wake-up; false where nothing can ever
  /// come.
  virtual bool wait(std::optional<Seconds> deadline, Wakeup& wakeup) = 0;
};

std::unique_ptr<Clock> real_clock();
/// Starts at 0. Not for programs that wait for threads, processes or descriptors: it would run away
/// from them.
std::unique_ptr<Clock> virtual_clock();

}  // namespace asyncio
