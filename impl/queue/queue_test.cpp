#include "impl/queue/queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <memory>

#include "impl/threading/event.h"
#include "impl/threading/together.h"

namespace queue {
namespace {

using testing::ElementsAre;
using threading::Seconds;
using threading::together;

template <class Q>
std::vector<int> taken_after_putting(Q& queue, std::initializer_list<int> items) {
  for (const int item : items) queue.put(item);
  std::vector<int> taken;
  while (!queue.empty()) taken.push_back(queue.get());
  return taken;
}

TEST(Queue, GivesTheOldest) {
  Queue<int> queue;
  EXPECT_THAT(taken_after_putting(queue, {3, 1, 2}), ElementsAre(3, 1, 2));
}

TEST(LifoQueue, GivesTheNewest) {
  LifoQueue<int> queue;
  EXPECT_THAT(taken_after_putting(queue, {3, 1, 2}), ElementsAre(2, 1, 3));
}

TEST(PriorityQueue, GivesTheSmallest) {
  PriorityQueue<int> queue;
  EXPECT_THAT(taken_after_putting(queue, {3, 1, 2}), ElementsAre(1, 2, 3));
}

TEST(Queue, WithoutAnItemRefusesOrExpires) {
  Queue<int> queue;
  EXPECT_THROW(queue.get_nowait(), Empty);
  EXPECT_THROW(queue.get(true, Seconds(0)), Empty);
  EXPECT_THROW(queue.get(true, Seconds(0.001)), Empty);
  EXPECT_THROW(queue.get(false, Seconds(-1)), Empty);
  queue.put(1);
  EXPECT_EQ(queue.get(true, Seconds(0)), 1);
}

TEST(Queue, WithoutRoomRefusesOrExpiresAndDropsNothing) {
  Queue<int> queue(1);
  queue.put(1, true, Seconds(0));
  EXPECT_TRUE(queue.full());
  EXPECT_THROW(queue.put_nowait(2), Full);
  EXPECT_THROW(queue.put(2, true, Seconds(0)), Full);
  EXPECT_THROW(queue.put(2, true, Seconds(0.001)), Full);
  EXPECT_EQ(queue.get(), 1);
  queue.put_nowait(3);
  EXPECT_EQ(queue.get(), 3);
}

TEST(Queue, IsUnboundedWithoutASize) {
  for (const int size : {0, -1}) {
    Queue<int> queue(size);
    for (int i = 0; i < 1000; ++i) queue.put(i, true, Seconds(-1));
    EXPECT_FALSE(queue.full());
    EXPECT_EQ(queue.qsize(), 1000u);
  }
}

TEST(Queue, RefusesABadTimeoutAndIsUnchanged) {
  const Seconds nan(std::numeric_limits<double>::quiet_NaN());
  Queue<int> queue(1);
  EXPECT_THROW(queue.put(1, true, Seconds(-1)), errors::ValueError);
  EXPECT_THROW(queue.get(true, nan), errors::ValueError);
  queue.put(1);
  EXPECT_THROW(queue.get(true, Seconds(-1)), errors::ValueError);
  EXPECT_THROW(queue.put(2, true, nan), errors::ValueError);
  EXPECT_THROW(queue.put(2, true, Seconds(1e10)), errors::OverflowError);
  EXPECT_EQ(queue.qsize(), 1u);
}

TEST(Queue, CountsUnfinishedItems) {
  Queue<int> queue;
  queue.join();
  EXPECT_THROW(queue.task_done(), errors::ValueError);
  queue.put(1);
  queue.task_done();
  EXPECT_THROW(queue.task_done(), errors::ValueError);
  queue.join();
}

TEST(Queue, JoinWaitsForTheLastTaskDone) {
  Queue<int> queue;
  for (int i = 0; i < 100; ++i) queue.put(i);
  int plain = 0;
  threading::Lock lock;
  together(4, [&](int me) {
    if (me == 0) {
      queue.join();
      EXPECT_EQ(plain, 100);
      return;
    }
    try {
      while (true) {
        queue.get_nowait();
        lock.acquire();
        ++plain;
        lock.release();
        queue.task_done();
      }
    } catch (const Empty&) {
    }
  });
}

TEST(Queue, AGetWaitsForThePut) {
  Queue<int> queue;
  int plain = 0;
  together(2, [&](int me) {
    if (me == 0) {
      plain = 1;
      queue.put(5);
    } else {
      EXPECT_EQ(queue.get(true, Seconds(3600)), 5);
      EXPECT_EQ(plain, 1);
    }
  });
}

/// What the items point to is plain data, written before the put and read after the get.
template <class Q>
void deliver_each_once(Q& queue) {
  constexpr int producers = 2;
  constexpr int consumers = 2;
  constexpr int items = 1500;
  std::vector<int> source(producers * items, 0);
  std::vector<int> delivered(source.size(), 0);
  together(producers + consumers, [&](int me) {
    if (me < producers) {
      for (int i = 0; i < items; ++i) {
        const int item = me * items + i;
        source[item] = item + 1;
        queue.put(item);
      }
    } else {
      for (int i = 0; i < items; ++i) {
        const int item = queue.get();
        EXPECT_EQ(source[item], item + 1);
        ++delivered[item];
      }
    }
  });
  EXPECT_THAT(delivered, testing::Each(1));
}

TEST(Queue, DeliversEachItemOnce) {
  Queue<int> unbounded;
  deliver_each_once(unbounded);
  Queue<int> narrow(1);
  deliver_each_once(narrow);
  Queue<int> bounded(10);
  deliver_each_once(bounded);
}

TEST(LifoQueue, DeliversEachItemOnce) {
  LifoQueue<int> queue(3);
  deliver_each_once(queue);
}

TEST(PriorityQueue, DeliversEachItemOnce) {
  PriorityQueue<int> queue(3);
  deliver_each_once(queue);
}

TEST(Queue, KeepsTheOrderOfEachProducer) {
  constexpr int items = 1000;
  Queue<std::pair<int, int>> queue(4);
  together(3, [&](int me) {
    if (me < 2) {
      for (int i = 0; i < items; ++i) queue.put({me, i});
      return;
    }
    int next[2] = {0, 0};
    for (int i = 0; i < 2 * items; ++i) {
      const auto [producer, item] = queue.get();
      EXPECT_EQ(item, next[producer]++);
    }
  });
}

/// Expiring puts and gets: what went in comes out, and no waiter is forgotten.
TEST(Queue, LosesNothingToADeadline) {
  Queue<int> queue(1);
  std::atomic<int> in{0};
  std::atomic<int> out{0};
  together(4, [&](int me) {
    for (int i = 0; i < 1000; ++i) {
      try {
        if (me % 2 == 0) {
          queue.put(i, true, Seconds(2e-6));
          ++in;
        } else {
          queue.get(true, Seconds(2e-6));
          ++out;
        }
      } catch (const Full&) {
      } catch (const Empty&) {
      }
    }
  });
  EXPECT_EQ(in, out + static_cast<int>(queue.qsize()));
}

TEST(Queue, MovesItems) {
  Queue<std::unique_ptr<int>> queue;
  queue.put(std::make_unique<int>(5));
  EXPECT_EQ(*queue.get(), 5);
}

/// An item that uses the queue while it is dropped.
struct Reentrant {
  explicit Reentrant(Queue<std::shared_ptr<Reentrant>>& home) : home(home) {}
  ~Reentrant() { home.qsize(); }
  Queue<std::shared_ptr<Reentrant>>& home;
};

TEST(Queue, DropsARefusedItemOutsideItsLock) {
  Queue<std::shared_ptr<Reentrant>> queue(1);
  queue.put(nullptr);
  EXPECT_THROW(queue.put_nowait(std::make_shared<Reentrant>(queue)), Full);
}

}  // namespace
}  // namespace queue
