#include "impl/asyncio/context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/executor.h"
#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

const ContextVar<int> number;

int seen() {
  const auto value = number.get();
  return value ? *value : -1;
}

Coroutine<int> inherits_and_sets(int own) {
  const int inherited = seen();
  number.set(own);
  co_await sleep(Seconds(0));
  EXPECT_EQ(seen(), own);
  co_return inherited;
}

TEST(ContextTest, ATaskHasACopyOfItsMakersContext) {
  run([]() -> Coroutine<> {
    EXPECT_EQ(seen(), -1);
    number.set(1);
    const auto first = create_task(inherits_and_sets(10));
    number.set(2);
    const auto second = create_task(inherits_and_sets(20));
    number.set(3);
    EXPECT_EQ(co_await first, 1);
    EXPECT_EQ(co_await second, 2);
    EXPECT_EQ(seen(), 3);
  }());
  EXPECT_EQ(seen(), -1);
}

TEST(ContextTest, WhatIsAwaitedSharesTheContext) {
  run([]() -> Coroutine<> {
    EXPECT_EQ(co_await inherits_and_sets(5), -1);
    EXPECT_EQ(seen(), 5);
  }());
}

TEST(ContextTest, ACallbackHasTheContextInWhichItWasScheduled) {
  run([]() -> Coroutine<> {
    const LoopPointer& loop = Loop::running();
    const auto future = std::make_shared<Future<int>>(loop);
    std::vector<int> log;
    const auto note = [&log] {
      log.push_back(seen());
      number.set(100);
    };
    number.set(1);
    loop->call_soon(note);
    loop->call_later(Seconds(0), note);
    future->add_done_callback([note](const FuturePointer&) { note(); });
    number.set(2);
    future->set_result(0);
    co_await sleep(Seconds(0.001));
    EXPECT_THAT(log, testing::Each(1));
    EXPECT_EQ(log.size(), 3U);
    EXPECT_EQ(seen(), 2);
  }());
}

TEST(ContextTest, AResetGivesTheFormerValueBack) {
  run([]() -> Coroutine<> {
    const auto unset = number.set(1);
    const auto one = number.set(2);
    number.reset(one);
    EXPECT_EQ(seen(), 1);
    number.reset(unset);
    EXPECT_EQ(seen(), -1);
    co_return;
  }());
}

TEST(ContextTest, AThreadsJobHasTheContextOfWhoAskedForIt) {
  run([]() -> Coroutine<> {
    number.set(7);
    EXPECT_EQ(co_await to_thread(seen), 7);
    EXPECT_EQ(co_await run_in_executor(Loop::running(), seen), -1);
  }());
}

}  // namespace
}  // namespace asyncio
