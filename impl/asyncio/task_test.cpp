#include "impl/asyncio/task.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using Log = std::vector<std::string>;

double now() { return Loop::running()->time().count(); }

Coroutine<int> returning(int result) { co_return result; }

Coroutine<int> failing() {
  co_await sleep(Seconds(0));
  throw errors::KeyError("k");
}

Coroutine<> sleeping(Log& log, std::string name) {
  try {
    co_await sleep(Seconds(1000));
  } catch (const errors::CancelledError&) {
    log.push_back(name + " cancelled");
    throw;
  }
}

Coroutine<> starts_at_the_next_turn() {
  const auto task = create_task(returning(5));
  EXPECT_FALSE(task->done());
  EXPECT_EQ(co_await task, 5);
  EXPECT_EQ(co_await task, 5) << "a task may be awaited again";
}

TEST(Task, StartsAtTheNextTurn) { run(starts_at_the_next_turn(), virtual_clock()); }

Coroutine<> raises_in_its_awaiter() {
  const auto task = create_task(failing());
  try {
    co_await task;
    ADD_FAILURE() << "no error";
  } catch (const errors::KeyError& error) {
    EXPECT_EQ(error.message(), "k");
  }
  EXPECT_TRUE(errors::matches(task->exception(), "KeyError"));
}

TEST(Task, RaisesInItsAwaiter) { run(raises_in_its_awaiter(), virtual_clock()); }

Coroutine<> cancels(Log& log) {
  const auto task = create_task(sleeping(log, "task"));
  co_await sleep(Seconds(1));
  EXPECT_TRUE(task->cancel("enough"));
  EXPECT_FALSE(task->done()) << "a request, no deed";
  EXPECT_EQ(task->cancelling(), 1);
  try {
    co_await task;
  } catch (const errors::CancelledError& error) {
    log.push_back("awaiter: " + error.message());
  }
  EXPECT_TRUE(task->cancelled());
  EXPECT_FALSE(task->cancel());
  EXPECT_EQ(now(), 1);
}

TEST(Task, CancellationIsAnErrorAtItsAwait) {
  Log log;
  run(cancels(log), virtual_clock());
  EXPECT_THAT(log, ElementsAre("task cancelled", "awaiter: enough"));
}

Coroutine<> cancels_before_the_start(Log& log) {
  const auto task = create_task(sleeping(log, "never"));
  task->cancel();
  co_await sleep(Seconds(0));
  EXPECT_TRUE(task->cancelled());
}

TEST(Task, CancelledBeforeItsStartItNeverRuns) {
  Log log;
  run(cancels_before_the_start(log), virtual_clock());
  EXPECT_THAT(log, ElementsAre());
}

Coroutine<int> surviving() {
  try {
    co_await sleep(Seconds(1000));
    co_return 0;
  } catch (const errors::CancelledError&) {
    co_return 7;
  }
}

Coroutine<> survives() {
  const auto task = create_task(surviving());
  co_await sleep(Seconds(0));
  task->cancel();
  EXPECT_EQ(co_await task, 7);
  EXPECT_EQ(task->uncancel(), 0);
}

TEST(Task, MaySurviveItsCancellation) { run(survives(), virtual_clock()); }

Coroutine<> outer(Log& log) { co_await create_task(sleeping(log, "inner")); }

Coroutine<> cancels_the_outer(Log& log) {
  const auto task = create_task(outer(log));
  co_await sleep(Seconds(1));
  task->cancel();
  co_await sleep(Seconds(1));
  EXPECT_TRUE(task->cancelled());
}

TEST(Task, PassesItsCancellationToWhatItWaitsFor) {
  Log log;
  run(cancels_the_outer(log), virtual_clock());
  EXPECT_THAT(log, ElementsAre("inner cancelled"));
}

Coroutine<> awaits_itself(std::shared_ptr<Task<generators::Nothing>>& self) { co_await self; }

Coroutine<> refuses_itself() {
  std::shared_ptr<Task<generators::Nothing>> self;
  self = create_task(awaits_itself(self));
  co_await sleep(Seconds(0));
  co_await sleep(Seconds(0));
  EXPECT_TRUE(self->done());
  EXPECT_TRUE(errors::matches(self->exception(), "RuntimeError"));
  self.reset();
}

TEST(Task, CannotAwaitItself) { run(refuses_itself(), virtual_clock()); }

Coroutine<> knows_itself() {
  EXPECT_NE(Loop::running()->current_task(), nullptr);
  EXPECT_EQ(Loop::running()->all_tasks().size(), 1u);
  co_return;
}

TEST(Task, IsTheCurrentOneWhileItRuns) { run(knows_itself(), virtual_clock()); }

}  // namespace
}  // namespace asyncio
