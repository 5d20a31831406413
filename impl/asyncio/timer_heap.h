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

class TimerHeap;

/// Work that may be scheduled for a time, and dropped again.
class Timer : public Runnable {
 public:
  /// From here on its turn does nothing.
  inline void drop() noexcept;
  bool dropped() const { return dropped_; }

 private:
  friend class TimerHeap;
  TimerHeap* heap_ = nullptr;  ///< where it is scheduled
  bool dropped_ = false;
};

using TimerPointer = std::shared_ptr<Timer>;

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
    timer->heap_ = this;
    entries_.push_back({when, std::move(timer)});
    std::ranges::push_heap(entries_, Later());
  }
  TimerPointer pop() {
    std::ranges::pop_heap(entries_, Later());
    TimerPointer timer = std::move(entries_.back().timer);
    entries_.pop_back();
    forget(*timer);
    return timer;
  }
  void remove_dropped();
  void clear();

 private:
  friend class Timer;

  struct Entry {
    Seconds when;
    TimerPointer timer;
  };
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const { return a.when > b.when; }
  };

  void forget(Timer& timer) {
    timer.heap_ = nullptr;
    if (timer.dropped_) --dropped_;
  }

  std::vector<Entry> entries_;
  std::size_t dropped_ = 0;
};

void Timer::drop() noexcept {
  if (std::exchange(dropped_, true)) return;
  if (heap_ != nullptr) ++heap_->dropped_;
}

}  // namespace asyncio
