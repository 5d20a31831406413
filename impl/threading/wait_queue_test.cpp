#include "impl/threading/wait_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

#include "impl/threading/lock.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

using testing::ElementsAre;

/// Threads that wait in the order of their numbers: each begins when the one before it waits.
class QueuedWaiters {
 public:
  void add(Timeout timeout = {}) {
    std::latch entered(1);
    threads_.emplace_back([this, &entered, timeout, me = static_cast<int>(threads_.size())] {
      const std::lock_guard guard(lock);
      entered.count_down();
      if (queue.wait(lock, deadline_after(timeout))) woken.push_back(me);
    });
    entered.wait();
    const std::lock_guard waits_now(lock);
  }
  void take(std::size_t count) {
    WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock);
    wakeups = queue.take(count);
  }
  void take_newest() {
    WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock);
    wakeups = queue.take_newest();
  }
  /// Returns when `count` have been woken.
  void await(std::size_t count) {
    const std::lock_guard guard(lock);
    while (woken.size() < count) {
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
  }
  void join() { threads_.clear(); }

  Lock lock;
  WaitQueue queue;
  std::vector<int> woken;

 private:
  std::vector<std::jthread> threads_;
};

TEST(WaitQueue, WakesInTheOrderOfWaiting) {
  QueuedWaiters waiters;
  for (int i = 0; i < 4; ++i) waiters.add();
  for (std::size_t i = 1; i <= 4; ++i) {
    waiters.take(1);
    waiters.await(i);
  }
  waiters.join();
  EXPECT_THAT(waiters.woken, ElementsAre(0, 1, 2, 3));
}

TEST(WaitQueue, WakesTheNewestWhereItIsAskedFor) {
  QueuedWaiters waiters;
  for (int i = 0; i < 3; ++i) waiters.add();
  waiters.take_newest();
  waiters.await(1);
  waiters.add();
  waiters.take_newest();
  waiters.await(2);
  waiters.take(1);
  waiters.await(3);
  waiters.take_newest();
  waiters.join();
  EXPECT_THAT(waiters.woken, ElementsAre(2, 3, 0, 1));
}

TEST(WaitQueue, WakesAsManyAsAreTaken) {
  QueuedWaiters waiters;
  for (int i = 0; i < 3; ++i) waiters.add();
  waiters.take(0);
  waiters.take(2);
  {
    const std::lock_guard guard(waiters.lock);
    EXPECT_FALSE(waiters.queue.empty());
  }
  waiters.take(WaitQueue::all);
  waiters.join();
  EXPECT_EQ(waiters.woken.size(), 3u);
  EXPECT_TRUE(waiters.queue.empty());
}

TEST(WaitQueue, ForgetsWhoTimedOut) {
  QueuedWaiters waiters;
  waiters.add();
  waiters.add(Seconds(0.001));
  waiters.add();
  waiters.add(Seconds(0));
  {
    const std::lock_guard guard(waiters.lock);
    EXPECT_FALSE(waiters.queue.wait(waiters.lock, deadline_after(Seconds(0.005))));
  }
  waiters.take(WaitQueue::all);
  waiters.join();
  EXPECT_THAT(waiters.woken, testing::IsSupersetOf({0, 2}));
}

TEST(WaitQueue, WaitsForAPredicateAndAsksItOnceMoreAtTheDeadline) {
  Lock lock;
  WaitQueue queue;
  const std::lock_guard guard(lock);
  int asked = 0;
  EXPECT_FALSE(queue.wait_until(lock, [&] { return ++asked > 5; }, passed));
  EXPECT_EQ(asked, 2);
  EXPECT_TRUE(queue.wait_until(lock, [] { return true; }, passed));
}

/// Every take that met a waiter is a wait that returns true, however deadlines and takes meet.
TEST(WaitQueue, LosesNoWakeUpToADeadline) {
  constexpr int rounds = 2000;
  Lock lock;
  WaitQueue queue;
  int taken = 0;
  int told = 0;
  int waiting = 3;
  together(4, [&](int me) {
    if (me > 0) {
      const std::lock_guard guard(lock);
      for (int i = 0; i < rounds; ++i) told += queue.wait(lock, deadline_after(Seconds(1e-6 * me)));
      --waiting;
      return;
    }
    for (bool more = true; more;) {
      WaitQueue::Wakeups wakeups;
      const std::lock_guard guard(lock);
      more = waiting > 0;
      if (queue.empty()) continue;
      ++taken;
      wakeups = queue.take(1);
    }
  });
  EXPECT_EQ(told, taken);
  EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace threading
