#include "impl/asyncio/lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/gather.h"
#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

Coroutine<> inside(Lock& lock, Log& log, std::string name, double stay_s) {
  const auto held = co_await lock.hold();
  log.push_back(name + " in");
  co_await sleep(Seconds(stay_s));
  log.push_back(name + " out");
}

Coroutine<> excludes(Log& log) {
  Lock lock;
  co_await gather(inside(lock, log, "a", 1), inside(lock, log, "b", 1), inside(lock, log, "c", 0));
  EXPECT_EQ(now(), 2);
  EXPECT_FALSE(lock.locked());
}

TEST(Lock, LetsThemInOneByOneInOrder) {
  Log log;
  run_virtually(excludes(log));
  EXPECT_THAT(log, ElementsAre("a in", "a out", "b in", "b out", "c in", "c out"));
}

Coroutine<> passes_over(Log& log, bool woken) {
  Lock lock;
  co_await lock.acquire();
  const auto first = create_task(inside(lock, log, "first", 0));
  const auto second = create_task(inside(lock, log, "second", 0));
  co_await sleep(Seconds(1));
  if (woken) lock.release();
  first->cancel();
  if (!woken) lock.release();
  co_await second;
  EXPECT_TRUE(first->cancelled());
  EXPECT_FALSE(lock.locked());
}

TEST(Lock, PassesOverACancelledWaiter) {
  for (const bool woken : {false, true}) {
    Log log;
    run_virtually(passes_over(log, woken));
    EXPECT_THAT(log, ElementsAre("second in", "second out"));
  }
}

Coroutine<> is_free_again() {
  Lock lock;
  EXPECT_THROW(lock.release(), errors::RuntimeError);
  try {
    const auto held = co_await lock.hold();
    EXPECT_TRUE(lock.locked());
    throw errors::KeyError("inside");
  } catch (const errors::KeyError&) {
  }
  EXPECT_FALSE(lock.locked());
}

TEST(Lock, AnErrorFreesIt) { run_virtually(is_free_again()); }

Coroutine<> waits_on(Lock& lock) {
  const auto waiting = create_task(lock.acquire());
  co_await sleep(Seconds(0));
  waiting->cancel();
  EXPECT_EQ(co_await error_of([](auto task) -> Coroutine<> { co_await task; }(waiting)),
            "CancelledError");
}

TEST(Lock, BelongsToTheLoopOnWhichSomebodyWaitedFirst) {
  Lock lock;
  const auto take = [](Lock& taken) -> Coroutine<> { co_await taken.acquire(); };
  run_virtually(take(lock));
  run_virtually(waits_on(lock));
  EXPECT_EQ(run_virtually(error_of(lock.acquire())), "RuntimeError");
}

}  // namespace
}  // namespace asyncio
