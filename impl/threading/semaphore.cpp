#include "impl/threading/semaphore.h"

#include <mutex>

#include "impl/errors/hierarchy.h"

namespace threading {

Semaphore::Semaphore(std::int64_t value, std::int64_t bound) : value_(value), bound_(bound) {
  if (value < 0) throw errors::ValueError("semaphore initial value must be >= 0");
}

bool Semaphore::acquire(bool blocking, Timeout timeout) {
  if (!blocking && timeout) {
    throw errors::ValueError(
        "can't specify timeout for non-blocking acquire: leave one of the two out");
  }
  const std::lock_guard guard(lock_);
  const auto free = [this] { return value_ > 0; };
  if (!free() && !(blocking && waiting_.wait_until(lock_, free, deadline_after(timeout)))) {
    return false;
  }
  --value_;
  return true;
}

void Semaphore::release(std::int64_t count) {
  if (count < 1) throw errors::ValueError("n must be one or more");
  WaitQueue::Wakeups wakeups;
  const std::lock_guard guard(lock_);
  if (count > bound_ - value_) {
    throw errors::ValueError("Semaphore released too many times: release what was acquired");
  }
  value_ += count;
  wakeups = waiting_.take(static_cast<std::size_t>(count));
}

}  // namespace threading
