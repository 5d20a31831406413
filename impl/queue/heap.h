/// Python's heapq on a vector: the smallest element first, and among equals the order that heapq
/// gives. All comparisons of an operation come before the first move: where one raises, nothing has
/// changed.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace queue {

template <class T, class Less = std::less<T>>
class Heap {
 public:
  std::size_t size() const { return elements_.size(); }
  bool empty() const { return elements_.empty(); }

  void push(T element) {
    std::size_t place = size();
    while (place > 0 && less_(element, elements_[parent(place)])) place = parent(place);
    elements_.push_back(std::move(element));
    for (std::size_t at = size() - 1; at != place; at = parent(at)) {
      std::swap(elements_[at], elements_[parent(at)]);
    }
  }

  /// The smallest; requires one.
  T pop() {
    std::size_t at = place_of_last();
    T carried = std::move(elements_.back());
    elements_.pop_back();
    if (elements_.empty()) return carried;
    for (;; at = parent(at)) {
      std::swap(carried, elements_[at]);
      if (at == 0) return carried;
    }
  }

 private:
  static std::size_t parent(std::size_t at) { return (at - 1) / 2; }

  /// Where the last element goes when the first is gone: heapq follows the smaller children down to
  /// a leaf, then climbs from there.
  std::size_t place_of_last() const {
    const std::size_t count = size() - 1;
    std::size_t place = 0;
    while (2 * place + 1 < count) {
      const std::size_t left = 2 * place + 1;
      const std::size_t right = left + 1;
      place = right < count && !less_(elements_[left], elements_[right]) ? right : left;
    }
    while (place > 0 && less_(elements_.back(), elements_[place])) place = parent(place);
    return place;
  }

  std::vector<T> elements_;
  Less less_;
};

}  // namespace queue
