/// The timers of a loop: the earliest deadline first, equal ones in the order that Python's heapq
/// gives. A dropped timer stays until it comes up, or until more than half of many are dropped;
/// then all of those go at once. The loop's thread alone.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "impl/asyncio/runnable.h"

namespace asyncio {

using Seconds = std::chrono::duration<double>;

class Timer;
class TimerHeap;
using TimerPointer = std::shared_ptr<Timer>;

/// Work that may be scheduled for a time, and dropped again.
class Timer : public Runnable {
 public:
  /// From here on its turn does nothing.
  inline void drop() noexcept;
  bool dropped() const { return dropped_; }

 private:
  friend class TimerHeap;
  TimerHeap* heap_ = nullptr;  ///< where it is scheduled
  TimerPointer kept_;          ///< itself, as long as it is
  bool dropped_ = false;
};

class TimerHeap {
 public:
  TimerHeap() = default;
  TimerHeap(const TimerHeap&) = delete;
  TimerHeap& operator=(const TimerHeap&) = delete;
  ~TimerHeap() { clear(); }

  bool empty() const { return entries_.empty(); }
  /// Requires one.
  Seconds earliest() const { return entries_.front().when; }

  void push(Seconds when, TimerPointer timer) {
    entries_.push_back({when, timer.get()});
    std::ranges::push_heap(entries_, Later());
    Timer& pushed = *timer;
    pushed.heap_ = this;
    pushed.kept_ = std::move(timer);
  }
  TimerPointer pop() {
    TimerPointer timer = take(*entries_.front().timer);
    std::ranges::pop_heap(entries_, Later());
    entries_.pop_back();
    return timer;
  }
  void remove_dropped();
  void clear();

 private:
  friend class Timer;

  /// Moved about a lot: small, and no shared_ptr.
  struct Entry {
    Seconds when;
    Timer* timer;
  };
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const { return a.when > b.when; }
  };

  /// Of one that leaves the entries.
  TimerPointer take(Timer& timer) {
    timer.heap_ = nullptr;
    if (timer.dropped_) --dropped_;
    return std::move(timer.kept_);
  }

  std::vector<Entry> entries_;
  std::size_t dropped_ = 0;
};

void Timer::drop() noexcept {
  if (std::exchange(dropped_, true)) return;
  if (heap_ != nullptr) ++heap_->dropped_;
}

}  // namespace asyncio
