/// A descriptor that becomes readable when another thread wants the loop's attention.
/// Thread safety: `signal` from any thread and from signal handlers; the rest from the loop's
/// thread.
#pragma once

#include <chrono>
#include <optional>

namespace asyncio {

class Wakeup {
 public:
  Wakeup();
  Wakeup(const Wakeup&) = delete;
  Wakeup& operator=(const Wakeup&) = delete;
  ~Wakeup();

  void signal() noexcept;
  /// Sleeps until a signal or for `limit` (none: without limit), whichever is first, and takes the
  /// signals away.
  void wait(std::optional<std::chrono::nanoseconds> limit);

 private:
  int descriptor_;
};

}  // namespace asyncio
