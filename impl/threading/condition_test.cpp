#include "impl/threading/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <limits>
#include <mutex>

#include "impl/errors/hierarchy.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

using testing::ElementsAre;

/// Threads that wait on one condition, each known to wait when `add` returns.
class Waiters {
 public:
  explicit Waiters(Condition& condition) : condition_(condition) {}

  void add(int levels = 1) {
    std::latch entered(1);
    threads_.emplace_back([this, &entered, levels, me = static_cast<int>(threads_.size())] {
      for (int i = 0; i < levels; ++i) condition_.acquire();
      entered.count_down();
      EXPECT_TRUE(condition_.wait());
      woken.push_back(me);
      for (int i = 0; i < levels; ++i) condition_.release();
    });
    entered.wait();
    const std::lock_guard waits_now(condition_);
  }
  void wait_until_woken(std::size_t count) {
    for (std::unique_lock guard(condition_); woken.size() < count;) {
      guard.unlock();
      std::this_thread::yield();
      guard.lock();
    }
  }
  void join() { threads_.clear(); }

  std::vector<int> woken;  ///< guarded by the condition

 private:
  Condition& condition_;
  std::vector<std::jthread> threads_;
};

class OnEachLock : public testing::TestWithParam<bool> {
 protected:
  static std::unique_ptr<Condition> make() {
    if (GetParam()) return std::make_unique<Condition>(std::make_shared<Lock>());
    return std::make_unique<Condition>();
  }
  const std::unique_ptr<Condition> owned_ = make();
  Condition& condition_ = *owned_;
  Waiters waiters_{condition_};
};
INSTANTIATE_TEST_SUITE_P(Condition, OnEachLock, testing::Bool(),
                         [](const auto& info) { return info.param ? "Lock" : "RLock"; });

TEST_P(OnEachLock, NotifiesInTheOrderOfWaiting) {
  for (int i = 0; i < 3; ++i) waiters_.add();
  for (std::size_t i = 1; i <= 3; ++i) {
    {
      const std::lock_guard guard(condition_);
      condition_.notify();
    }
    waiters_.wait_until_woken(i);
  }
  waiters_.join();
  EXPECT_THAT(waiters_.woken, ElementsAre(0, 1, 2));
}

TEST_P(OnEachLock, NotifiesAsManyAsAreAskedFor) {
  for (int i = 0; i < 4; ++i) waiters_.add();
  {
    const std::lock_guard guard(condition_);
    condition_.notify(0);
    condition_.notify(2);
  }
  waiters_.wait_until_woken(2);
  {
    const std::lock_guard guard(condition_);
    EXPECT_EQ(waiters_.woken.size(), 2u);
    condition_.notify_all();
  }
  waiters_.join();
  EXPECT_EQ(waiters_.woken.size(), 4u);
}

TEST_P(OnEachLock, KeepsTheLockWithTheNotifier) {
  waiters_.add();
  const std::unique_lock guard(condition_);
  condition_.notify();
  for (int i = 0; i < 20; ++i) {
    std::this_thread::yield();
    EXPECT_TRUE(waiters_.woken.empty());
  }
}

TEST_P(OnEachLock, ForgetsANotificationThatNobodyWaitsFor) {
  const std::lock_guard guard(condition_);
  condition_.notify();
  condition_.notify_all();
  EXPECT_FALSE(condition_.wait(Seconds(0.001)));
}

TEST_P(OnEachLock, ExpiresAndStillOwnsTheLock) {
  const std::lock_guard guard(condition_);
  for (const double seconds : {0.0, -1.0, 0.001}) EXPECT_FALSE(condition_.wait(Seconds(seconds)));
  std::jthread([&] { EXPECT_FALSE(condition_.acquire(false)); }).join();
}

TEST_P(OnEachLock, NeedsTheLock) {
  EXPECT_THROW(condition_.wait(), errors::RuntimeError);
  EXPECT_THROW(condition_.wait(Seconds(0)), errors::RuntimeError);
  EXPECT_THROW(condition_.notify(), errors::RuntimeError);
  EXPECT_THROW(condition_.notify_all(), errors::RuntimeError);
}

/// A bounded hand-over in which every wait matters.
TEST_P(OnEachLock, HandsItemsOverInOrder) {
  constexpr int items = 2000;
  std::deque<int> list;
  together(2, [&](int me) {
    for (int i = 0; i < items; ++i) {
      const std::lock_guard guard(condition_);
      condition_.wait_for([&] { return (me == 0) == list.empty(); });
      if (me == 0) {
        list.push_back(i);
      } else {
        EXPECT_EQ(list.front(), i);
        list.pop_front();
      }
      condition_.notify();
    }
  });
}

TEST(Condition, GivesUpAllLevelsAndRestoresThem) {
  Condition condition;
  Waiters waiters(condition);
  waiters.add(/*levels=*/3);
  {
    const std::lock_guard guard(condition);
    condition.notify();
  }
  waiters.join();
  EXPECT_TRUE(condition.acquire(false));
  condition.release();
}

TEST(Condition, OfAnotherThreadsLockIsRefused) {
  Condition condition;
  condition.acquire();
  std::jthread([&] {
    EXPECT_THROW(condition.wait(), errors::RuntimeError);
    EXPECT_THROW(condition.notify(), errors::RuntimeError);
  }).join();
  condition.release();
}

TEST(Condition, SharesTheLockItIsGiven) {
  const auto lock = std::make_shared<Lock>();
  Condition one(lock);
  Condition other(lock);
  one.acquire();
  EXPECT_FALSE(other.acquire(false));
  one.release();
}

TEST(WaitFor, GivesTheLastValueOfThePredicate) {
  Condition condition;
  const std::lock_guard guard(condition);
  EXPECT_EQ(condition.wait_for([] { return 5; }, Seconds(0)), 5);
  int asked = 0;
  EXPECT_EQ(condition.wait_for([&] { return ++asked, 0; }, Seconds(0)), 0);
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(condition.wait_for([&] { return asked++ == 3 ? 7 : 0; }, Seconds(-1)), 7);
}

TEST(WaitFor, AsksAgainAfterEachWakeUp) {
  Condition condition;
  int value = 0;
  std::latch entered(1);
  std::jthread waiter([&] {
    const std::lock_guard guard(condition);
    entered.count_down();
    EXPECT_TRUE(condition.wait_for([&] { return value == 3; }));
  });
  entered.wait();
  for (int i = 0; i < 3; ++i) {
    const std::lock_guard guard(condition);
    ++value;
    condition.notify_all();
  }
}

TEST(Condition, RefusesATimeoutThatIsNoNumber) {
  Condition condition;
  const std::lock_guard guard(condition);
  const Seconds nan(std::numeric_limits<double>::quiet_NaN());
  EXPECT_THROW(condition.wait(nan), errors::ValueError);
  EXPECT_THROW(condition.wait_for([] { return false; }, nan), errors::ValueError);
  EXPECT_TRUE(condition.wait_for([] { return true; }, nan));
}

}  // namespace
}  // namespace threading
