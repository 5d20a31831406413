#include "impl/threading/event.h"

#include <mutex>

namespace threading {

bool Event::is_set() const {
  const std::lock_guard guard(lock_);
  return set_;
}

void Event::set() {
  WaitQueue::Wakeups wakeups;
  const std::lock_guard guard(lock_);
  set_ = true;
  wakeups = waiting_.take();
}

void Event::clear() {
  const std::lock_guard guard(lock_);
  set_ = false;
}

bool Event::wait(Timeout timeout) {
  const std::lock_guard guard(lock_);
  return set_ || waiting_.wait(lock_, deadline_after(timeout));
}

}  // namespace threading
