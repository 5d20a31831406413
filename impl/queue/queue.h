/// Python's queues between threads: Queue gives the oldest item, LifoQueue the newest,
/// PriorityQueue the smallest.
///
/// Any number of threads put and get; each item is got once. A put waits while a bounded queue is
/// full, a get while there is nothing; who waits sleeps, and is woken where there is something for
/// it, after the lock is free. What comes before a put happens before what follows the get of its
/// item. `unfinished` items are counted from put to task_done; `join` waits until there are none.
/// Items are moved in and out. Errors: Full and Empty where a call may not wait or its time is
/// over; ValueError for a negative timeout (where it could matter) and for a surplus task_done;
/// others as `deadline_after`; what comparing priorities raises comes out, and nothing has changed.
/// Claims: threading.queue.*
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "impl/queue/errors.h"
#include "impl/queue/heap.h"
#include "impl/threading/lock.h"
#include "impl/threading/wait_queue.h"

namespace queue {

using threading::Timeout;

/// `Items` decides which item comes next: it has push, pop, size and empty.
template <class T, class Items>
class BasicQueue {
 public:
  /// Unbounded where `maxsize` is zero or less.
  explicit BasicQueue(std::int64_t maxsize = 0)
      : capacity_(maxsize > 0 ? static_cast<std::size_t>(maxsize) : 0) {}

  void put(T item, bool block = true, Timeout timeout = {}) {
    threading::WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock_);
    if (capacity_ > 0 && (timeout || is_full())) wait_for_room(block, timeout);
    items_.push(std::move(item));
    ++unfinished_;
    wakeups = not_empty_.take(1);
  }
  void put_nowait(T item) { put(std::move(item), false); }

  T get(bool block = true, Timeout timeout = {}) {
    threading::WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock_);
    if (timeout || items_.empty()) wait_for_item(block, timeout);
    T item = items_.pop();
    wakeups = not_full_.take(1);
    return item;
  }
  T get_nowait() { return get(false); }

  void task_done() {
    threading::WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock_);
    if (unfinished_ == 0)
      throw errors::ValueError("task_done() called too many times: once for each put");
    if (--unfinished_ == 0) wakeups = all_done_.take();
  }
  void join() {
    const std::lock_guard guard(lock_);
    all_done_.wait_until(lock_, [this] { return unfinished_ == 0; });
  }

  std::size_t qsize() const {
    const std::lock_guard guard(lock_);
    return items_.size();
  }
  bool empty() const { return qsize() == 0; }
  bool full() const {
    const std::lock_guard guard(lock_);
    return is_full();
  }

 private:
  bool is_full() const { return capacity_ > 0 && items_.size() >= capacity_; }

  // Out of the common path, which is then a few instructions.
  [[gnu::cold]] void wait_for_room(bool block, Timeout timeout) {
    if (!wait(not_full_, [this] { return !is_full(); }, block, timeout)) throw Full();
  }
  [[gnu::cold]] void wait_for_item(bool block, Timeout timeout) {
    if (!wait(not_empty_, [this] { return !items_.empty(); }, block, timeout)) throw Empty();
  }
  template <class Predicate>
  bool wait(threading::WaitQueue& waiting, Predicate ready, bool block, Timeout timeout) {
    if (!block) return ready();
    if (timeout && *timeout < threading::Seconds::zero()) {
      throw errors::ValueError("'timeout' must be a non-negative number");
    }
    return ready() || waiting.wait_until(lock_, ready, threading::deadline_after(timeout));
  }

  const std::size_t capacity_;  ///< 0: none
  mutable threading::Lock lock_;
  Items items_;
  std::size_t unfinished_ = 0;
  threading::WaitQueue not_empty_;
  threading::WaitQueue not_full_;
  threading::WaitQueue all_done_;
};

template <class T>
class Oldest {
 public:
  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  void push(T item) { items_.push_back(std::move(item)); }
  T pop() {
    T item = std::move(items_.front());
    items_.pop_front();
    return item;
  }

 private:
  std::deque<T> items_;
};

template <class T>
class Newest {
 public:
  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  void push(T item) { items_.push_back(std::move(item)); }
  T pop() {
    T item = std::move(items_.back());
    items_.pop_back();
    return item;
  }

 private:
  std::vector<T> items_;
};

template <class T>
using Queue = BasicQueue<T, Oldest<T>>;
template <class T>
using LifoQueue = BasicQueue<T, Newest<T>>;
template <class T, class Less = std::less<T>>
using PriorityQueue = BasicQueue<T, Heap<T, Less>>;

}  // namespace queue
