/// The queue that one writes with the standard library: a deque, a mutex, a condition variable for
/// each side. Unbounded where `capacity` is zero.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace touchstone::bench {

template <class T>
class StandardQueue {
 public:
  explicit StandardQueue(std::size_t capacity = 0) : capacity_(capacity) {}

  void put(T item) {
    {
      std::unique_lock guard(mutex_);
      not_full_.wait(guard, [this] { return capacity_ == 0 || items_.size() < capacity_; });
      items_.push_back(std::move(item));
    }
    not_empty_.notify_one();
  }

  T get() {
    std::unique_lock guard(mutex_);
    not_empty_.wait(guard, [this] { return !items_.empty(); });
    T item = std::move(items_.front());
    items_.pop_front();
    guard.unlock();
    if (capacity_ > 0) not_full_.notify_one();
    return item;
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_empty_;
  std::condition_variable not_full_;
  std::deque<T> items_;
};

}  // namespace touchstone::bench
