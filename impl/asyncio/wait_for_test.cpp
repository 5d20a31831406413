#include "impl/asyncio/wait_for.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/shield.h"
#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

Coroutine<> gives_what_comes_in_time() {
  EXPECT_EQ(co_await wait_for(after(1, 5), Seconds(2)), 5);
  EXPECT_EQ(now(), 1);
  EXPECT_EQ(co_await error_of(wait_for(after(1, -5), Seconds(2))), "ValueError");
  EXPECT_EQ(co_await wait_for(after(100, 7), std::nullopt), 7);
}

TEST(WaitFor, GivesWhatComesInTime) { run_virtually(gives_what_comes_in_time()); }

Coroutine<int> cleaning_up(Log& log, double cleanup_s) {
  try {
    co_await sleep(Seconds(10));
  } catch (const errors::CancelledError&) {
    log.push_back("cancelled");
  }
  co_await sleep(Seconds(cleanup_s));
  log.push_back("cleaned up");
  throw errors::CancelledError("again");
}

Coroutine<> times_out(Log& log) {
  EXPECT_EQ(co_await error_of(wait_for(cleaning_up(log, 4), Seconds(2))), "TimeoutError");
  EXPECT_EQ(now(), 6) << "it awaits the cleanup, beyond the limit";
}

TEST(WaitFor, CancelsAndAwaitsTheInnerOne) {
  Log log;
  run_virtually(times_out(log));
  EXPECT_THAT(log, ElementsAre("cancelled", "cleaned up"));
}

Coroutine<int> swallowing(int result) {
  try {
    co_await sleep(Seconds(10));
  } catch (const errors::CancelledError&) {
  }
  if (result < 0) throw errors::KeyError("in cleanup");
  co_return result;
}

Coroutine<> inner_has_the_last_word() {
  EXPECT_EQ(co_await wait_for(swallowing(5), Seconds(1)), 5);
  EXPECT_EQ(co_await error_of(wait_for(swallowing(-1), Seconds(1))), "KeyError");
}

TEST(WaitFor, WhatTheInnerOneMakesOfItsCancellationIsTheOutcome) {
  run_virtually(inner_has_the_last_word());
}

Coroutine<int> counting(int& starts) {
  ++starts;
  co_return starts;
}

Coroutine<> has_no_time(int& starts) {
  EXPECT_EQ(co_await error_of(wait_for(counting(starts), Seconds(0))), "TimeoutError");
  EXPECT_EQ(co_await error_of(wait_for(counting(starts), Seconds(-1))), "TimeoutError");
  EXPECT_EQ(starts, 0);
  const auto done = create_task(counting(starts));
  co_await sleep(Seconds(0));
  EXPECT_EQ(co_await wait_for(done, Seconds(0)), 1);
  EXPECT_EQ(now(), 0);
}

TEST(WaitFor, ALimitOfZeroRunsNothing) {
  int starts = 0;
  run_virtually(has_no_time(starts));
}

Coroutine<> is_cancelled(Log& log) {
  const auto waiting = create_task(wait_for(cleaning_up(log, 4), Seconds(5)));
  co_await sleep(Seconds(1));
  waiting->cancel("outer");
  co_await wait(list_of(waiting));
  EXPECT_EQ(now(), 5) << "it awaits the cleanup";
  EXPECT_TRUE(waiting->cancelled());
}

TEST(WaitFor, CancelledItCancelsAndAwaitsTheInnerOne) {
  Log log;
  run_virtually(is_cancelled(log));
  EXPECT_THAT(log, ElementsAre("cancelled", "cleaned up"));
}

Coroutine<> result_and_cancellation_come_together() {
  const auto inner = std::make_shared<Future<int>>(Loop::running());
  const auto waiting = create_task(wait_for(inner, Seconds(5)));
  co_await sleep(Seconds(1));
  inner->set_result(3);
  waiting->cancel();
  EXPECT_EQ(co_await waiting, 3) << "up to CPython 3.11 the cancellation is lost";
}

TEST(WaitFor, AResultWinsAgainstACancellationAtTheSameTime) {
  run_virtually(result_and_cancellation_come_together());
}

Coroutine<> outer_cancel_drops_the_limit() {
  Log log;
  const auto waiting = create_task(wait_for(cleaning_up(log, 100), Seconds(2)));
  co_await sleep(Seconds(1));
  waiting->cancel();
  co_await wait(list_of(waiting));
  EXPECT_EQ(now(), 101) << "up to CPython 3.11 the limit is off";
  EXPECT_TRUE(waiting->cancelled());
}

TEST(WaitFor, ACancellationFromOutsideEndsTheLimit) {
  run_virtually(outer_cancel_drops_the_limit());
}

Coroutine<> shields() {
  const auto task = create_task(after(3, 30));
  EXPECT_EQ(co_await error_of(wait_for(shield(task), Seconds(1))), "TimeoutError");
  EXPECT_FALSE(task->done());
  EXPECT_EQ(co_await shield(task), 30);
  EXPECT_EQ(now(), 3);
  EXPECT_EQ(shield(task), std::shared_ptr<Future<int>>(task)) << "done already: itself";
  EXPECT_EQ(co_await error_of(
                [](auto f) -> Coroutine<int> { co_return co_await f; }(shield(after(1, -1)))),
            "ValueError");
  const auto cancelled = create_task(after(1, 1));
  const auto shielded = shield(cancelled);
  cancelled->cancel();
  co_await wait(list_of(shielded));
  EXPECT_TRUE(shielded->cancelled()) << "a cancellation of the inner one comes through";
}

TEST(Shield, KeepsCancellationFromTheInnerOne) { run_virtually(shields()); }

}  // namespace
}  // namespace asyncio
