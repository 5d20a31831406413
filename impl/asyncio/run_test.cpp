#include "impl/asyncio/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "impl/asyncio/async_generator.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using Log = std::vector<std::string>;

Coroutine<> tick(Log& log, std::string name, int times, double delay_s) {
  for (int i = 0; i < times; ++i) {
    log.push_back(name);
    co_await sleep(Seconds(delay_s));
  }
}

Coroutine<int> main_of_two(Log& log) {
  const auto other = create_task(tick(log, "other", 3, 0));
  co_await tick(log, "main", 3, 0);
  co_await other;
  co_return 5;
}

TEST(Run, ASleepOfZeroGivesOneTurn) {
  Log log;
  EXPECT_EQ(run(main_of_two(log), virtual_clock()), 5);
  EXPECT_THAT(log, ElementsAre("main", "other", "main", "other", "main", "other"));
}

Coroutine<> leaving_a_task(Log& log) {
  create_task(tick(log, "left", 1000, 1));
  co_await sleep(Seconds(1.5));
  throw errors::ValueError("main failed");
}

TEST(Run, CancelsWhatIsLeftAndRaisesTheErrorOfMain) {
  Log log;
  EXPECT_THROW(run(leaving_a_task(log), virtual_clock()), errors::ValueError);
  EXPECT_EQ(log.size(), 2u);
}

AsyncGenerator<int> ticks(int n) {
  for (int i = 0; i < n; ++i) {
    co_await sleep(Seconds(1));
    co_yield i;
  }
}

Coroutine<std::vector<std::pair<int, double>>> collect() {
  std::vector<std::pair<int, double>> seen;
  auto generator = ticks(3);
  while (auto value = co_await generator.next())
    seen.emplace_back(*value, Loop::running()->time().count());
  co_return seen;
}

TEST(Run, DrivesAsyncGeneratorsOnTime) {
  EXPECT_THAT(run(collect(), virtual_clock()),
              ElementsAre(std::pair(0, 1.0), std::pair(1, 2.0), std::pair(2, 3.0)));
}

Coroutine<> waiting_for_ever(Log& log) {
  const auto never = std::make_shared<Future<int>>(Loop::running());
  Loop::running()->on_stuck([&log] { log.push_back("stuck"); });
  try {
    co_await never;
  } catch (const errors::CancelledError&) {
    log.push_back("cancelled");
    throw;
  }
}

TEST(Run, ADeadlockInVirtualTimeIsCancelled) {
  Log log;
  EXPECT_THROW(run(waiting_for_ever(log), virtual_clock()), errors::CancelledError);
  EXPECT_THAT(log, ElementsAre("stuck", "cancelled"));
}

/// Lets `times` cancellations pass.
Coroutine<> stubborn(int times, int& stuck) {
  Loop::running()->on_stuck([&stuck] { ++stuck; });
  const auto never = [] { return std::make_shared<Future<int>>(Loop::running()); };
  for (int i = 0; i < times; ++i) {
    try {
      co_await never();
    } catch (const errors::CancelledError&) {
    }
  }
}

TEST(Run, ADeadlockBehindADeadlockIsCancelledToo) {
  int stuck = 0;
  run(stubborn(3, stuck), virtual_clock());
  EXPECT_EQ(stuck, 3);
}

TEST(Run, AHundredDeadlocksAreEnough) {
  int stuck = 0;
  EXPECT_THROW(run(stubborn(1000, stuck), virtual_clock()), errors::RuntimeError);
  EXPECT_GT(stuck, 100);
}

Coroutine<> nested_run() {
  EXPECT_THROW(run(nested_run()), errors::RuntimeError);
  co_return;
}

TEST(Run, IsRefusedInsideALoop) { run(nested_run()); }

void expect_no_run(const LoopPointer& loop, Log& log) {
  EXPECT_THROW(run_until_complete(loop, tick(log, "nested", 1, 0)), errors::RuntimeError);
  EXPECT_THROW(loop->run_forever(), errors::RuntimeError);
}

Coroutine<> runs_another_loop(Log& log) {
  const auto other = std::make_shared<Loop>();
  expect_no_run(other, log);
  expect_no_run(Loop::running(), log);
  EXPECT_TRUE(other->all_tasks().empty());
  co_await sleep(Seconds(0));
}

TEST(Run, AWrongCallMakesNoTask) {
  Log log;
  run(runs_another_loop(log));
  EXPECT_TRUE(log.empty());
}

Coroutine<double> pause_for(double delay_s) {
  const double start = Loop::running()->time().count();
  co_await sleep(Seconds(delay_s));
  co_return Loop::running()->time().count() - start;
}

TEST(Run, OnTheRealClockASleepIsNeverShort) { EXPECT_GE(run(pause_for(0.005)), 0.005); }

Coroutine<> other_tasks_get_the_turn_after(Log& log) {
  create_task(tick(log, "other", 100, 0));
  co_await sleep(Seconds(0));
  log.push_back("main ends");
}

TEST(Run, OtherTasksGetOneMoreTurnAfterMain) {
  Log log;
  run(other_tasks_get_the_turn_after(log), virtual_clock());
  EXPECT_THAT(log, ElementsAre("other", "main ends", "other"));
}

AsyncGenerator<int> closing_late(Log& log) {
  struct Cleanup {
    Log& log;
    ~Cleanup() { log.push_back("generator closed"); }
  } const cleanup{log};
  try {
    for (int i = 0;; ++i) co_yield i;
  } catch (const errors::GeneratorExit&) {
    log.push_back("asked to close");
  }
  co_await sleep(Seconds(1));
}

Coroutine<> leaving_a_generator(Log& log, std::optional<AsyncGenerator<int>>& kept) {
  kept = closing_late(log);
  EXPECT_EQ(co_await kept->next(), 0);
  create_task(tick(log, "left", 1000, 1));
  co_await sleep(Seconds(0));
  log.push_back("main ends");
}

TEST(Run, ClosesGeneratorsAfterTheTasks) {
  Log log;
  std::optional<AsyncGenerator<int>> kept;
  run(leaving_a_generator(log, kept), virtual_clock());
  EXPECT_THAT(log, ElementsAre("left", "main ends", "asked to close", "generator closed"));
}

Coroutine<> dropping_a_generator(Log& log) {
  {
    auto dropped = closing_late(log);
    co_await dropped.next();
  }
  EXPECT_THAT(log, ElementsAre());
  co_await sleep(Seconds(2));
  EXPECT_THAT(log, ElementsAre("asked to close", "generator closed"));
}

TEST(Run, ADroppedGeneratorIsClosedByATask) {
  Log log;
  run(dropping_a_generator(log), virtual_clock());
}

TEST(Run, ALoopIsLeftUsable) {
  const auto loop = std::make_shared<Loop>(virtual_clock());
  Log log;
  EXPECT_EQ(run_until_complete(loop, main_of_two(log)), 5);
  EXPECT_THROW(run_until_complete(loop, leaving_a_task(log)), errors::ValueError);
  EXPECT_EQ(loop->all_tasks().size(), 1U) << "what is left goes on with the next run";
  loop->call_soon([&] { loop->stop(); });
  EXPECT_THROW(run_until_complete(loop, std::make_shared<Future<int>>(loop)), errors::RuntimeError);
  cancel_all_tasks(loop);
  loop->close();
  EXPECT_THROW(create_task(loop, main_of_two(log)), errors::RuntimeError);
}

}  // namespace
}  // namespace asyncio
