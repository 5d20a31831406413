/// Python's threading.Lock: held or free, without an owner: any thread may release it, and its
/// holder waits for ever where it acquires it again.
///
/// Taking a free one and releasing one that nobody waits for is one atomic operation each; a waiter
/// sleeps. What a holder did happens before what the next one does. Who comes next is open. Errors:
/// RuntimeError for releasing a free one, which stays usable; ValueError and OverflowError as
/// `lock_deadline`. Serves std::lock_guard. Claims: threading.lock.*
#pragma once

#include "impl/threading/park.h"

namespace threading {

class Lock {
 public:
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  /// False where it did not get the lock: at once where not blocking, else when the time was over.
  bool acquire(bool blocking = true, Seconds timeout = unlimited) {
    return lock_until(lock_deadline(blocking, timeout));
  }
  void release() {
    const std::uint32_t before = state_.exchange(free, std::memory_order_release);
    if (before != held) release_rare(before);
  }
  bool locked() const { return state_.load(std::memory_order_relaxed) != free; }

  void lock() {
    if (!try_lock()) lock_contended(never);
  }
  bool try_lock() {
    std::uint32_t expected = free;
    return state_.compare_exchange_strong(expected, held, std::memory_order_acquire,
                                          std::memory_order_relaxed);
  }
  bool lock_until(Deadline deadline) {
    return try_lock() || (deadline != passed && lock_contended(deadline));
  }
  void unlock() { release(); }

 private:
  /// `awaited`: held, and somebody may sleep.
  enum State : std::uint32_t { free, held, awaited };

  bool lock_contended(Deadline deadline);
  void release_rare(std::uint32_t before);

  ParkWord state_{free};
};

}  // namespace threading
