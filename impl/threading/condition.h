/// Python's threading.Condition: waiters under a lock, told one by one.
///
/// A wait gives up every level of the lock and holds as many again when it returns. Waiters are
/// chosen in the order in which they began to wait; they go on once the notifier has left the lock.
/// A notification that nobody waits for is lost; none wakes without cause. Errors: RuntimeError for
/// waiting and notifying without the lock (a plain lock has no owner: there, while it is free);
/// ValueError and OverflowError as `deadline_after`. Claims: threading.condition.*
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <variant>

#include "impl/threading/rlock.h"
#include "impl/threading/wait_queue.h"

namespace threading {

class Condition {
 public:
  /// On a new RLock.
  Condition() : Condition(std::make_shared<RLock>()) {}
  explicit Condition(std::shared_ptr<RLock> lock) : lock_(std::move(lock)) {}
  explicit Condition(std::shared_ptr<Lock> lock) : lock_(std::move(lock)) {}

  bool acquire(bool blocking = true, Seconds timeout = unlimited);
  void release();
  void lock() { acquire(); }
  bool try_lock() { return acquire(false); }
  void unlock() { release(); }

  /// True where it was notified, false where the time was over.
  bool wait(Timeout timeout = {});

  /// Waits until the predicate, asked under the lock, holds; gives its last value.
  template <class Predicate>
  auto wait_for(Predicate predicate, Timeout timeout = {}) {
    auto result = predicate();
    if (result) return result;
    const Deadline deadline = deadline_after(timeout);
    bool in_time = true;
    while (!result && in_time) {
      in_time = wait_until(deadline) && std::chrono::steady_clock::now() < deadline;
      result = predicate();
    }
    return result;
  }

  void notify(std::size_t count = 1);
  void notify_all() { notify(WaitQueue::all); }

 private:
  using AnyLock = std::variant<std::shared_ptr<RLock>, std::shared_ptr<Lock>>;

  bool wait_until(Deadline deadline);
  void require_lock(const char* action) const;

  const AnyLock lock_;
  WaitQueue waiting_;
};

}  // namespace threading
