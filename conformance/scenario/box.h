/// Owns one T on the heap and behaves as a value (deep copy, deep comparison): lets node types be
/// recursive. Never null, except after being moved from.
#pragma once

#include <memory>
#include <utility>

namespace touchstone::scenario {

template <class T>
class Box {
 public:
  Box() : held_(std::make_unique<T>()) {}
  Box(T value) : held_(std::make_unique<T>(std::move(value))) {}
  Box(const Box& other) : held_(std::make_unique<T>(*other)) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) { return *this = Box(other); }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  const T& operator*() const { return *held_; }
  T& operator*() { return *held_; }
  const T* operator->() const { return held_.get(); }
  T* operator->() { return held_.get(); }
  bool operator==(const Box& other) const { return **this == *other; }

 private:
  std::unique_ptr<T> held_;
};

}  // namespace touchstone::scenario
