#include "impl/threading/lock.h"

#include "impl/errors/hierarchy.h"

namespace threading {

bool Lock::lock_contended(Deadline deadline) {
  while (state_.exchange(awaited, std::memory_order_acquire) != free) {
    if (!park_until(state_, awaited, deadline)) return false;
  }
  return true;
}

void Lock::release_rare(std::uint32_t before) {
  if (before == free) {
    throw errors::RuntimeError("release unlocked lock: acquire it first, and release it once");
  }
  unpark_one(&state_);
}

}  // namespace threading
