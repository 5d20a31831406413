/// The readiness of descriptors, and a wake-up that any thread may give. Level-triggered: what is
/// ready and left unused is ready again. Takes descriptors of its own from the system when it first
/// has something to watch or to wait for. Thread safety: `wake` from any thread and from signal
/// handlers; the rest from the loop's thread. Errors: OSError of the system, as PermissionError for
/// a descriptor that cannot be watched.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "impl/files/descriptor.h"

namespace asyncio {

class Poller {
 public:
  struct Interest {
    bool reading = false;
    bool writing = false;
    friend bool operator==(const Interest&, const Interest&) = default;
  };
  struct Event {
    int descriptor;
    Interest ready;
  };

  void wake() noexcept;
  /// Replaces what is wanted of `descriptor`; nothing is wanted at first.
  void watch(int descriptor, Interest before, Interest wanted);
  bool watches_any() const { return watched_ > 0; }

  /// Sleeps until something is ready, a wake-up, or for `limit` (none: without limit), whichever is
  /// first. Gives what is ready; takes the wake-ups away.
  std::vector<Event> poll(std::optional<std::chrono::nanoseconds> limit);
  /// True where the last poll took a wake-up.
  bool woken() const { return woken_; }

 private:
  void open();
  std::vector<Event> take_ready();
  void take_wakeups();

  files::Descriptor epoll_;
  files::Descriptor wakeup_;
  std::atomic<int> wakes_by_{files::Descriptor::none};  ///< `wakeup_`, for other threads
  std::atomic<bool> was_called_{false};                 ///< a wake-up may have come before `open`
  std::size_t watched_ = 0;
  bool woken_ = false;
};

}  // namespace asyncio
