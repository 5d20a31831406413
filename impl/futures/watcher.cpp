#include "impl/futures/watcher.h"

#include <mutex>
#include <utility>

namespace futures {

void Watcher::tell(FuturePointer future, bool failed) {
  threading::WaitQueue::Wakeups wakeups;
  const std::lock_guard guard(lock_);
  told_.push_back(std::move(future));
  failed_ |= failed;
  if (has_enough()) wakeups = waiting_.take();
}

void Watcher::wait(std::size_t wanted, bool stops_at_error, threading::Deadline deadline) {
  const std::lock_guard guard(lock_);
  wanted_ = wanted;
  stops_at_error_ = stops_at_error;
  waiting_.wait_until(lock_, [this] { return has_enough(); }, deadline);
}

std::vector<FuturePointer> Watcher::take() {
  const std::lock_guard guard(lock_);
  return std::exchange(told_, {});
}

}  // namespace futures
