#include "impl/threading/rlock.h"

#include <utility>

#include "impl/errors/hierarchy.h"

namespace threading {

bool RLock::lock_until(Deadline deadline) {
  if (!owned()) {
    if (!lock_.lock_until(deadline)) return false;
    owner_.store(get_ident(), std::memory_order_relaxed);
  }
  ++levels_;
  return true;
}

void RLock::release() {
  require_owned();
  if (--levels_ > 0) return;
  owner_.store(0, std::memory_order_relaxed);
  lock_.release();
}

std::size_t RLock::release_all() {
  require_owned();
  const std::size_t levels = std::exchange(levels_, 0);
  owner_.store(0, std::memory_order_relaxed);
  lock_.release();
  return levels;
}

void RLock::restore(std::size_t levels) {
  lock_until(never);
  levels_ = levels;
}

void RLock::require_owned() const {
  if (owned()) return;
  throw errors::RuntimeError(
      "cannot release un-acquired lock: only the thread that acquired it may release it");
}

}  // namespace threading
