#include "impl/asyncio/timer_heap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asyncio {
namespace {

using testing::ElementsAre;

class Nothing final : public Timer {
 public:
  void run(RunnablePointer&&) override {}
};

class TimerHeapTest : public testing::Test {
 protected:
  std::shared_ptr<Nothing> push(int when) {
    auto timer = std::make_shared<Nothing>();
    timers.push_back(timer.get());
    heap.push(Seconds(when), timer);
    return timer;
  }
  /// The numbers of the timers that are left, in their order.
  std::vector<std::ptrdiff_t> pop_all() {
    std::vector<std::ptrdiff_t> order;
    while (!heap.empty()) {
      order.push_back(std::ranges::find(timers, heap.pop().get()) - timers.begin());
    }
    return order;
  }

  std::vector<Timer*> timers;
  TimerHeap heap;
};

TEST_F(TimerHeapTest, GivesEqualTimesInTheOrderOfPythonsHeapq) {
  for (int i = 0; i < 8; ++i) push(1);
  EXPECT_THAT(pop_all(), ElementsAre(0, 2, 6, 5, 7, 4, 1, 3));
}

TEST_F(TimerHeapTest, KeepsATimerUntilItIsTaken) {
  const std::weak_ptr<Timer> timer = push(1);
  EXPECT_FALSE(timer.expired());
  heap.pop();
  EXPECT_TRUE(timer.expired());
}

TEST_F(TimerHeapTest, ADroppedTimerIsKeptUntilItComesUp) {
  push(1);
  std::weak_ptr<Timer> timer;
  {
    const auto dropped = push(2);
    dropped->drop();
    timer = dropped;
  }
  heap.remove_dropped();
  EXPECT_FALSE(timer.expired());
  heap.pop();
  heap.remove_dropped();
  EXPECT_TRUE(timer.expired());
  EXPECT_TRUE(heap.empty());
}

TEST_F(TimerHeapTest, LetsGoOfManyDroppedOnesAndKeepsTheOthersInHeapqsOrder) {
  std::vector<std::weak_ptr<Timer>> dropped;
  for (int i = 0; i < 120; ++i) {
    const auto timer = push(i % 3);
    if (i % 15 == 0) continue;
    timer->drop();
    dropped.push_back(timer);
  }
  heap.remove_dropped();
  for (const auto& timer : dropped) EXPECT_TRUE(timer.expired());
  EXPECT_THAT(pop_all(), ElementsAre(60, 30, 0, 105, 75, 15, 45, 90));
}

TEST_F(TimerHeapTest, LetsGoOfAllWhereItIsCleared) {
  const std::weak_ptr<Timer> one = push(1);
  const std::weak_ptr<Timer> other = push(1);
  heap.clear();
  EXPECT_TRUE(one.expired());
  EXPECT_TRUE(other.expired());
}

}  // namespace
}  // namespace asyncio
