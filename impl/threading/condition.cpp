#include "impl/threading/condition.h"

#include <string>

#include "impl/errors/hierarchy.h"

namespace threading {
namespace {

bool owned(const RLock& lock) { return lock.owned(); }
bool owned(const Lock& lock) { return lock.locked(); }

/// An RLock with all its levels as one.
class AllLevels {
 public:
  explicit AllLevels(RLock& lock) : lock_(lock) {}
  void unlock() { levels_ = lock_.release_all(); }
  void lock() { lock_.restore(levels_); }

 private:
  RLock& lock_;
  std::size_t levels_ = 0;
};

AllLevels whole(RLock& lock) { return AllLevels(lock); }
Lock& whole(Lock& lock) { return lock; }

}  // namespace

bool Condition::acquire(bool blocking, Seconds timeout) {
  return std::visit([&](const auto& lock) { return lock->acquire(blocking, timeout); }, lock_);
}

void Condition::release() {
  std::visit([](const auto& lock) { lock->release(); }, lock_);
}

bool Condition::wait(Timeout timeout) {
  require_lock("wait on");
  return wait_until(deadline_after(timeout));
}

bool Condition::wait_until(Deadline deadline) {
  require_lock("wait on");
  return std::visit(
      [&](const auto& held) {
        auto&& lock = whole(*held);
        return waiting_.wait(lock, deadline);
      },
      lock_);
}

void Condition::notify(std::size_t count) {
  require_lock("notify");
  const WaitQueue::Wakeups wakeups = waiting_.take(count);
}

void Condition::require_lock(const char* action) const {
  if (std::visit([](const auto& lock) { return owned(*lock); }, lock_)) return;
  throw errors::RuntimeError(std::string("cannot ") + action +
                             " un-acquired lock: acquire the condition first");
}

}  // namespace threading
