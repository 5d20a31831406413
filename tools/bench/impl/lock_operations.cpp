// Locks. Peers: std::mutex and std::recursive_mutex.
#include <mutex>

#include "impl/threading/rlock.h"
#include "tools/bench/impl/operation.h"

namespace touchstone::bench {
namespace {

void acquire(auto& lock) {
  if constexpr (requires { lock.acquire(); }) {
    lock.acquire();
  } else {
    lock.lock();
  }
}

void release(auto& lock) {
  if constexpr (requires { lock.release(); }) {
    lock.release();
  } else {
    lock.unlock();
  }
}

void hold(auto& lock, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    acquire(lock);
    release(lock);
  }
}

template <class Lock>
Nanoseconds uncontended(std::size_t count) {
  Lock lock;
  return timed([&] { hold(lock, count); });
}

template <class Lock>
Nanoseconds reentered(std::size_t count) {
  Lock lock;
  acquire(lock);
  const Nanoseconds time = timed([&] { hold(lock, count); });
  release(lock);
  return time;
}

template <class Lock>
Nanoseconds contended(std::size_t count) {
  Lock lock;
  const auto half = [&] { hold(lock, (count + 1) / 2); };
  return timed_together({half, half});
}

}  // namespace

std::vector<Operation> lock_operations() {
  using threading::Lock;
  using threading::RLock;
  return {
      {"lock", uncontended<Lock>, uncontended<std::mutex>},
      {"lock_2_threads", contended<Lock>, contended<std::mutex>},
      {"rlock", uncontended<RLock>, uncontended<std::recursive_mutex>},
      {"rlock_reentered", reentered<RLock>, reentered<std::recursive_mutex>},
      {"rlock_2_threads", contended<RLock>, contended<std::recursive_mutex>},
  };
}

}  // namespace touchstone::bench
