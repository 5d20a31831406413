#include "impl/asyncio/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

Coroutine<> waiting(Condition& condition, Log& log, std::string name) {
  const auto held = co_await condition.hold();
  co_await condition.wait();
  EXPECT_TRUE(condition.locked());
  log.push_back(name);
}

Coroutine<> notifies(Log& log) {
  Condition condition;
  for (const auto* const name : {"a", "b", "c", "d"}) create_task(waiting(condition, log, name));
  co_await sleep(Seconds(1));
  for (const std::size_t count : {1U, 2U}) {
    {
      const auto held = co_await condition.hold();
      condition.notify(count);
      EXPECT_TRUE(log.empty() || log.size() == 1);
    }
    co_await sleep(Seconds(1));
  }
  EXPECT_THAT(log, ElementsAre("a", "b", "c"));
  {
    const auto held = co_await condition.hold();
    condition.notify_all();
  }
  co_await sleep(Seconds(1));
  EXPECT_THAT(log, ElementsAre("a", "b", "c", "d"));
}

TEST(Condition, WakesAsManyAsItIsTold) {
  Log log;
  run_virtually(notifies(log));
}

Coroutine<> demands_its_lock() {
  Condition condition;
  EXPECT_THROW(condition.notify(), errors::RuntimeError);
  EXPECT_EQ(co_await error_of(condition.wait()), "RuntimeError");
}

TEST(Condition, DemandsItsLock) { run_virtually(demands_its_lock()); }

Coroutine<> cancelled_while_it_waits_for_notify(Log& log) {
  Condition condition;
  const auto task = create_task(waiting(condition, log, "never"));
  co_await sleep(Seconds(1));
  co_await condition.acquire();
  task->cancel();
  co_await sleep(Seconds(1));
  EXPECT_FALSE(task->done()) << "it needs the lock to go on";
  task->cancel();
  co_await sleep(Seconds(1));
  EXPECT_FALSE(task->done());
  condition.release();
  co_await sleep(Seconds(1));
  EXPECT_TRUE(task->cancelled());
  EXPECT_FALSE(condition.locked());
}

TEST(Condition, CancelledItTakesItsLockFirst) {
  Log log;
  run_virtually(cancelled_while_it_waits_for_notify(log));
  EXPECT_THAT(log, ElementsAre());
}

Coroutine<int> waits_for_a_count(Condition& condition, int& count) {
  const auto held = co_await condition.hold();
  co_return co_await condition.wait_for([&] { return count >= 3 ? count : 0; });
}

Coroutine<> waits_for_a_predicate() {
  Lock lock;
  Condition condition(lock);
  int count = 0;
  const auto task = create_task(waits_for_a_count(condition, count));
  for (int i = 0; i < 3; ++i) {
    co_await sleep(Seconds(1));
    const auto held = co_await lock.hold();
    ++count;
    condition.notify();
  }
  EXPECT_EQ(co_await task, 3);
}

TEST(Condition, WaitsForAPredicate) { run_virtually(waits_for_a_predicate()); }

}  // namespace
}  // namespace asyncio
