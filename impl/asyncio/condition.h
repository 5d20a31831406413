/// asyncio.Condition: tasks that hold a lock wait for a word from others that hold it.
///
/// `wait` gives the lock up meanwhile, and has it again when it returns, also where it is
/// cancelled. Several conditions may share a lock. Outlives those who wait for it, as the lock
/// does. Errors: RuntimeError for waiting and notifying without the lock. The loop's thread alone.
#pragma once

#include <cstddef>
#include <utility>

#include "impl/asyncio/lock.h"

namespace asyncio {

class Condition {
 public:
  /// With a lock of its own.
  Condition() : lock_(own_) {}
  explicit Condition(Lock& lock) : lock_(lock) {}
  Condition(const Condition&) = delete;
  Condition& operator=(const Condition&) = delete;

  Coroutine<> acquire() { return lock_.acquire(); }
  void release() { lock_.release(); }
  bool locked() const { return lock_.locked(); }
  Coroutine<Hold<Lock>> hold() { return lock_.hold(); }

  Coroutine<> wait();
  /// Waits until `predicate` gives what counts as true, and gives that.
  template <class Predicate>
  auto wait_for(Predicate predicate) -> Coroutine<std::decay_t<decltype(predicate())>> {
    auto result = predicate();
    while (!result) {
      co_await wait();
      result = predicate();
    }
    co_return result;
  }
  /// Wakes at most `count`, in the order in which they began to wait.
  void notify(std::size_t count = 1);
  void notify_all() { notify(waiters_.size()); }

 private:
  Coroutine<> reacquire();

  Lock own_;
  Lock& lock_;
  Waiters waiters_;
};

}  // namespace asyncio
