#include "impl/asyncio/barrier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

Coroutine<> passing(Barrier& barrier, Log& log) {
  try {
    log.push_back(std::to_string(co_await barrier.wait()));
  } catch (const BrokenBarrierError&) {
    log.push_back("broken");
  }
}

/// One more that waits, as far as it gets.
Coroutine<std::shared_ptr<Task<Nothing>>> visitor(Barrier& barrier, Log& log) {
  auto task = create_task(passing(barrier, log));
  co_await sleep(Seconds(1));
  co_return task;
}

Coroutine<> round_after_round() {
  Barrier barrier(2);
  Log log;
  for (int round = 0; round < 3; ++round) {
    log.clear();
    co_await visitor(barrier, log);
    EXPECT_EQ(barrier.n_waiting(), 1);
    EXPECT_THAT(log, ElementsAre());
    co_await visitor(barrier, log);
    EXPECT_EQ(barrier.n_waiting(), 0);
    EXPECT_THAT(log, UnorderedElementsAre("0", "1"));
  }
}

TEST(Barrier, LetsAllPassRoundAfterRound) { run_virtually(round_after_round()); }

Coroutine<> who_comes_too_late(Log& log) {
  Barrier barrier(2);
  for (int visit = 0; visit < 3; ++visit) create_task(passing(barrier, log));
  co_await sleep(Seconds(1));
  EXPECT_THAT(log, UnorderedElementsAre("0", "1"));
  EXPECT_EQ(barrier.n_waiting(), 1) << "of the next round";
  co_await visitor(barrier, log);
}

TEST(Barrier, WhoComesWhileARoundLeavesBelongsToTheNext) {
  Log log;
  run_virtually(who_comes_too_late(log));
  EXPECT_THAT(log, UnorderedElementsAre("0", "1", "0", "1"));
}

Coroutine<> abort_and_reset(Log& log) {
  Barrier barrier(3);
  co_await visitor(barrier, log);
  barrier.abort();
  EXPECT_TRUE(barrier.broken());
  co_await visitor(barrier, log);
  EXPECT_THAT(log, ElementsAre("broken", "broken"));
  barrier.reset();
  EXPECT_FALSE(barrier.broken());
  co_await visitor(barrier, log);
  barrier.reset();
  co_await sleep(Seconds(1));
  EXPECT_THAT(log, ElementsAre("broken", "broken", "broken"));
  EXPECT_EQ(barrier.n_waiting(), 0);
}

TEST(Barrier, BreaksForThoseWhoWait) {
  Log log;
  run_virtually(abort_and_reset(log));
}

Coroutine<> cancelled_while_it_waits(Log& log) {
  Barrier barrier(2);
  const auto task = co_await visitor(barrier, log);
  task->cancel();
  co_await sleep(Seconds(1));
  EXPECT_TRUE(task->cancelled());
  EXPECT_EQ(barrier.n_waiting(), 0);
  co_await visitor(barrier, log);
  EXPECT_THAT(log, ElementsAre());
  co_await visitor(barrier, log);
}

TEST(Barrier, WhoIsCancelledLeavesIt) {
  Log log;
  run_virtually(cancelled_while_it_waits(log));
  EXPECT_THAT(log, UnorderedElementsAre("0", "1"));
}

TEST(Barrier, IsForAtLeastOne) { EXPECT_THROW(Barrier(0), errors::ValueError); }

}  // namespace
}  // namespace asyncio
