/// Threads that wait, under a lock, to be told: the part that conditions, events, semaphores,
/// barriers, queues and futures share.
///
/// First come, first woken, but for `take_newest`. Nobody wakes without cause: `wait` returns true
/// only where a `take` met it. Where that and the deadline come together, the take counts, so that
/// none is lost. All calls under the lock that guards the queue; the Wakeups alone are best let go
/// after it, so that who is woken does not meet the lock still held:
///
///     WaitQueue::Wakeups wakeups;
///     const std::lock_guard guard(lock_);
///     ready_ = true;
///     wakeups = waiting_.take(1);
#pragma once

#include <cstddef>
#include <limits>
#include <utility>

#include "impl/threading/park.h"

namespace threading {

class WaitQueue {
  struct Waiter;

 public:
  /// Those who were taken off the queue; wakes them when it is destroyed.
  class [[nodiscard]] Wakeups {
   public:
    Wakeups() = default;
    explicit Wakeups(Waiter* first) : first_(first) {}
    Wakeups(Wakeups&& other) noexcept : first_(std::exchange(other.first_, nullptr)) {}
    Wakeups& operator=(Wakeups&& other) noexcept {
      std::swap(first_, other.first_);
      return *this;
    }
    ~Wakeups() {
      if (first_ != nullptr) wake();
    }

   private:
    void wake() noexcept;

    Waiter* first_ = nullptr;
  };

  static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

  WaitQueue() = default;
  WaitQueue(const WaitQueue&) = delete;
  WaitQueue& operator=(const WaitQueue&) = delete;

  bool empty() const { return first_ == nullptr; }

  /// Takes at most `count` off, those who have waited longest.
  Wakeups take(std::size_t count = all) { return empty() ? Wakeups() : detach(count); }

  /// Takes the one off that has waited least, whose caches are warmest.
  Wakeups take_newest() noexcept;

  /// Gives up `lock` while it sleeps and holds it again when it returns. False where the deadline
  /// passed first.
  template <class Lockable>
  bool wait(Lockable& lock, Deadline deadline = never) {
    Waiter self;
    append(self);
    lock.unlock();
    const bool told = self.sleep_until(deadline);
    lock.lock();
    if (told) return true;
    if (!self.taken) {
      remove(self);
      return false;
    }
    lock.unlock();
    self.sleep_until(never);
    lock.lock();
    return true;
  }

  /// Waits until `ready()`, asked under the lock. False where it was not by the deadline.
  template <class Lockable, class Predicate>
  bool wait_until(Lockable& lock, Predicate ready, Deadline deadline = never) {
    while (!ready()) {
      if (!wait(lock, deadline)) return ready();
    }
    return true;
  }

 private:
  struct Waiter {
    /// False where the deadline passed before it was told.
    bool sleep_until(Deadline deadline) noexcept;

    Waiter* previous = nullptr;
    Waiter* next = nullptr;
    bool taken = false;  ///< off the queue, and told or soon to be
    ParkWord told{0};
  };

  void append(Waiter& waiter) noexcept;
  void remove(Waiter& waiter) noexcept;
  Wakeups detach(std::size_t count) noexcept;

  Waiter* first_ = nullptr;
  Waiter* last_ = nullptr;
};

}  // namespace threading
