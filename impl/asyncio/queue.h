/// asyncio's queues between tasks: Queue gives the oldest item, LifoQueue the newest, PriorityQueue
/// the smallest.
///
/// A put waits while a bounded queue is full, a get while there is nothing; the first to ask is
/// served first. What need not wait gives nobody else a turn. `join` waits until task_done was
/// called for every item. Outlives those who wait for it. Errors: QueueFull and QueueEmpty where a
/// call may not wait; ValueError for a surplus task_done. The loop's thread alone. Claims:
/// asyncio.queue.*
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/event.h"
#include "impl/asyncio/waiters.h"
#include "impl/queue/queue.h"

namespace asyncio {

struct QueueEmpty : errors::Derived<QueueEmpty, errors::Exception> {
  static constexpr std::string_view type_name = "asyncio.QueueEmpty";
  using Derived::Derived;
};
struct QueueFull : errors::Derived<QueueFull, errors::Exception> {
  static constexpr std::string_view type_name = "asyncio.QueueFull";
  using Derived::Derived;
};

/// Waits for its turn among `waiters` while `blocked`. Where it is cancelled in its turn the next
/// one gets it.
template <class Blocked>
Coroutine<> wait_for_turn(Waiters& waiters, Blocked blocked) {
  while (blocked()) {
    std::exception_ptr error;
    bool was_woken = false;
    {
      const Waiters::Place place(waiters);
      try {
        co_await place.wake();
      } catch (...) {
        error = std::current_exception();
      }
      was_woken = place.wake()->done() && !place.wake()->cancelled();
    }
    if (!error) continue;
    if (was_woken && !blocked()) waiters.pop_and_wake();
    std::rethrow_exception(error);
  }
}

/// `Items` decides which item comes next: it has push, pop, size and empty.
template <class T, class Items>
class BasicQueue {
 public:
  /// Unbounded where `maxsize` is zero or less.
  explicit BasicQueue(std::int64_t maxsize = 0) : maxsize_(maxsize) { finished_.set(); }
  BasicQueue(const BasicQueue&) = delete;
  BasicQueue& operator=(const BasicQueue&) = delete;

  Coroutine<> put(T item) {
    co_await wait_for_turn(putters_, [this] { return full(); });
    put_nowait(std::move(item));
  }
  void put_nowait(T item) {
    if (full()) throw QueueFull();
    items_.push(std::move(item));
    ++unfinished_;
    finished_.clear();
    getters_.pop_and_wake();
  }
  Coroutine<T> get() {
    co_await wait_for_turn(getters_, [this] { return empty(); });
    co_return get_nowait();
  }
  T get_nowait() {
    if (empty()) throw QueueEmpty();
    T item = items_.pop();
    putters_.pop_and_wake();
    return item;
  }

  void task_done() {
    if (unfinished_ == 0) throw errors::ValueError("task_done() called too many times");
    if (--unfinished_ == 0) finished_.set();
  }
  Coroutine<> join() { return finished_.wait(); }

  std::size_t qsize() const { return items_.size(); }
  std::int64_t maxsize() const { return maxsize_; }
  bool empty() const { return items_.empty(); }
  bool full() const { return maxsize_ > 0 && std::cmp_greater_equal(items_.size(), maxsize_); }

 private:
  const std::int64_t maxsize_;
  Items items_;
  std::size_t unfinished_ = 0;
  Waiters getters_;
  Waiters putters_;
  Event finished_;
};

template <class T>
using Queue = BasicQueue<T, queue::Oldest<T>>;
template <class T>
using LifoQueue = BasicQueue<T, queue::Newest<T>>;
template <class T, class Less = std::less<T>>
using PriorityQueue = BasicQueue<T, queue::Heap<T, Less>>;

}  // namespace asyncio
