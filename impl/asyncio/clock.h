/// What a loop takes for time: the machine's monotonic clock, or a virtual one that jumps to the
/// next deadline as soon as nothing is ready, so that an hour of sleeps takes no time and every
/// deadline is met exactly. Thread safety: the loop's thread alone.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "impl/asyncio/poller.h"
#include "impl/asyncio/timer_heap.h"

namespace asyncio {

class Clock {
 public:
  using Events = std::vector<Poller::Event>;

  virtual ~Clock() = default;
  virtual Seconds now() const = 0;
  /// Passes time until `deadline` (none: without limit), a wake-up or the readiness of a
  /// descriptor, and gives what is ready. `expected`: another thread is at work for the loop and
  /// will wake it. None where nothing can ever come.
  virtual std::optional<Events> wait(std::optional<Seconds> deadline, bool expected,
                                     Poller& poller) = 0;
};

std::unique_ptr<Clock> real_clock();
/// Starts at 0. It stands still while other threads work for the loop (run_in_executor), and it
/// runs away from all else that is outside: descriptors, threads of the program's own, processes.
std::unique_ptr<Clock> virtual_clock();

}  // namespace asyncio
