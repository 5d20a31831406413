#include "impl/queue/heap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace queue {
namespace {

using testing::ElementsAre;

template <class H>
auto drain(H& heap) {
  std::vector<decltype(heap.pop())> drained;
  while (heap.size() > 0) drained.push_back(heap.pop());
  return drained;
}

TEST(Heap, GivesTheSmallestFirst) {
  EXPECT_TRUE(rc::check("sorted", [](std::vector<int> numbers) {
    Heap<int> heap;
    for (const int number : numbers) heap.push(number);
    std::ranges::sort(numbers);
    RC_ASSERT(drain(heap) == numbers);
  }));
}

struct FirstLess {
  bool operator()(const std::pair<int, char>& a, const std::pair<int, char>& b) const {
    return a.first < b.first;
  }
};

/// Recorded with CPython's heapq.
TEST(Heap, OrdersEqualsAsHeapqDoes) {
  Heap<std::pair<int, char>, FirstLess> heap;
  int key = 0;
  for (char name = 'a'; name <= 'l'; ++name) heap.push({(key += 5) % 3, name});
  std::string names;
  for (const auto& [number, name] : drain(heap)) names += name;
  EXPECT_EQ(names, "cflibhkegajd");
}

TEST(Heap, TakesWhatCanOnlyBeMoved) {
  Heap<std::unique_ptr<int>, decltype([](const auto& a, const auto& b) { return *a < *b; })> heap;
  for (const int number : {2, 1, 3}) heap.push(std::make_unique<int>(number));
  EXPECT_EQ(*heap.pop(), 1);
}

struct Refusing {
  bool operator()(int a, int b) const {
    if (a == 13 || b == 13) throw std::invalid_argument("13 cannot be compared");
    return a < b;
  }
};

TEST(Heap, IsUnchangedWhereAComparisonRaises) {
  Heap<int, Refusing> heap;
  for (const int number : {3, 1, 2}) heap.push(number);
  EXPECT_THROW(heap.push(13), std::invalid_argument);
  EXPECT_THAT(drain(heap), ElementsAre(1, 2, 3));
  heap.push(13);
  EXPECT_THROW(heap.push(1), std::invalid_argument);
  EXPECT_THAT(drain(heap), ElementsAre(13));
}

}  // namespace
}  // namespace queue
