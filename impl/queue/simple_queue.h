/// Python's queue.SimpleQueue: an unbounded FIFO queue without task_done and join. Otherwise as
/// Queue; `put` never waits.
#pragma once

#include <cstddef>
#include <utility>

#include "impl/queue/queue.h"

namespace queue {

template <class T>
class SimpleQueue {
 public:
  void put(T item) { items_.put(std::move(item)); }
  void put_nowait(T item) { items_.put(std::move(item)); }
  T get(bool block = true, Timeout timeout = {}) { return items_.get(block, timeout); }
  T get_nowait() { return items_.get_nowait(); }
  std::size_t qsize() const { return items_.qsize(); }
  bool empty() const { return items_.empty(); }

 private:
  Queue<T> items_;
};

}  // namespace queue
