// Two threads that wake each other in turn; an operation is there and back. Peers:
// std::counting_semaphore; for an event, which the standard library has not, the flag with mutex
// and condition variable that one writes in its place.
#include <condition_variable>
#include <mutex>
#include <semaphore>

#include "impl/threading/event.h"
#include "impl/threading/semaphore.h"
#include "tools/bench/impl/operation.h"

namespace touchstone::bench {
namespace {

class StandardEvent {
 public:
  void set() {
    {
      const std::lock_guard guard(mutex_);
      set_ = true;
    }
    changed_.notify_all();
  }
  void clear() {
    const std::lock_guard guard(mutex_);
    set_ = false;
  }
  void wait() {
    std::unique_lock guard(mutex_);
    changed_.wait(guard, [this] { return set_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

template <class Semaphore>
Nanoseconds semaphore_round_trip(std::size_t count) {
  Semaphore there(0);
  Semaphore back(0);
  const auto one = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      there.release();
      back.acquire();
    }
  };
  const auto other = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      there.acquire();
      back.release();
    }
  };
  return timed_together({one, other});
}

template <class Event>
Nanoseconds event_round_trip(std::size_t count) {
  Event there;
  Event back;
  const auto one = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      there.set();
      back.wait();
      back.clear();
    }
  };
  const auto other = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      there.wait();
      there.clear();
      back.set();
    }
  };
  return timed_together({one, other});
}

}  // namespace

std::vector<Operation> signal_operations() {
  return {
      {"semaphore_round_trip", semaphore_round_trip<threading::Semaphore>,
       semaphore_round_trip<std::counting_semaphore<>>},
      {"event_round_trip", event_round_trip<threading::Event>, event_round_trip<StandardEvent>},
  };
}

}  // namespace touchstone::bench
