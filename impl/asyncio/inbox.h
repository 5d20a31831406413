/// Work that other threads leave for a loop, in the order in which it came. Thread safety: `push`
/// and `close` from any thread; `take` from the loop's.
#pragma once

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "impl/asyncio/runnable.h"

namespace asyncio {

class Inbox {
 public:
  enum class Push { first, behind_others, closed };

  /// `first`: the loop has to be woken.
  Push push(RunnablePointer work) {
    const std::lock_guard lock(mutex_);
    if (closed_) return Push::closed;
    work_.push_back(std::move(work));
    return has_work_.exchange(true, std::memory_order_release) ? Push::behind_others : Push::first;
  }
  std::vector<RunnablePointer> take() {
    if (!has_work_.load(std::memory_order_acquire)) return {};
    const std::lock_guard lock(mutex_);
    has_work_.store(false, std::memory_order_relaxed);
    return std::exchange(work_, {});
  }
  /// Refuses more, and gives what nobody will run.
  std::vector<RunnablePointer> close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    return std::exchange(work_, {});
  }

 private:
  std::mutex mutex_;
  std::vector<RunnablePointer> work_;
  std::atomic<bool> has_work_{false};
  bool closed_ = false;
};

}  // namespace asyncio
