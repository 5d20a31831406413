/// Who waits for a primitive, in the order of their requests. Bound to the first loop on which
/// somebody has to wait. The loop's thread alone. Errors: RuntimeError on another loop.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

#include "impl/asyncio/waker.h"

namespace asyncio {

class Waiters {
 public:
  /// A place in the queue for a scope.
  class Place {
   public:
    explicit Place(Waiters& waiters) : waiters_(waiters), wake_(make_wake(waiters.bind())) {
      waiters_.queue_.push_back(wake_);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { waiters_.remove(wake_); }

    const Wake& wake() const { return wake_; }

   private:
    Waiters& waiters_;
    const Wake wake_;
  };

  bool empty() const { return queue_.empty(); }
  std::size_t size() const { return queue_.size(); }
  const Wake& front() const { return queue_.front(); }
  bool all_cancelled() const {
    return std::ranges::all_of(queue_, [](const Wake& wake) { return wake->cancelled(); });
  }
  /// Wakes at most `count` of those who still sleep; how many it were.
  std::size_t wake(std::size_t count) {
    std::size_t woken = 0;
    for (const Wake& wake : queue_) {
      if (woken == count) break;
      if (wake->done()) continue;
      wake->set_result({});
      ++woken;
    }
    return woken;
  }
  /// Wakes the first who still sleeps, and takes all before it out of the queue.
  void pop_and_wake() {
    while (!queue_.empty()) {
      const Wake wake = std::move(queue_.front());
      queue_.pop_front();
      if (!wake->done()) return wake->set_result({});
    }
  }

 private:
  const LoopPointer& bind() {
    const LoopPointer& running = Loop::running();
    if (!loop_) loop_ = running;
    if (loop_ != running)
      throw errors::RuntimeError(
          "a primitive is bound to the loop on which it was first waited for");
    return loop_;
  }
  void remove(const Wake& wake) {
    const auto found = std::ranges::find(queue_, wake);
    if (found != queue_.end()) queue_.erase(found);
  }

  LoopPointer loop_;
  std::deque<Wake> queue_;
};

}  // namespace asyncio
