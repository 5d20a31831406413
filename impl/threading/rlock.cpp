#include "impl/threading/rlock.h"

#include <utility>

#include "impl/errors/hierarchy.h"

namespace threading {

std::size_t RLock::release_all() {
  require_owned();
  const std::size_t levels = std::exchange(levels_, 0);
  give_up();
  return levels;
}

void RLock::restore(std::size_t levels) {
  lock_until(never);
  levels_ = levels;
}

void RLock::throw_not_owned() {
  throw errors::RuntimeError(
      "cannot release un-acquired lock: only the thread that acquired it may release it");
}

}  // namespace threading
