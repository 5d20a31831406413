#include "impl/asyncio/task.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
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

Coroutine<> passes_its_cancellation_on(std::exception_ptr& seen) {
  try {
    co_await sleep(Seconds(5));
  } catch (...) {
    seen = std::current_exception();
    throw;
  }
}

Coroutine<> is_cancelled_with_an_error() {
  const auto cancellation = errors::make(errors::CancelledError("why"));
  for (int turns = 0; turns < 2; ++turns) {
    std::exception_ptr seen;
    const auto task = create_task(passes_its_cancellation_on(seen));
    if (turns > 0) co_await sleep(Seconds(0));
    task->cancel_with(cancellation);
    co_await sleep(Seconds(1));
    EXPECT_TRUE(task->cancelled());
    EXPECT_EQ(task->cancellation(), cancellation);
    EXPECT_EQ(seen, turns > 0 ? cancellation : nullptr) << "before its start nothing runs";
  }
}

TEST(Task, IsCancelledWithTheErrorOfTheOneWhoCancels) {
  run(is_cancelled_with_an_error(), virtual_clock());
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

Coroutine<> has_a_name() {
  const auto named = create_task(returning(1), "worker");
  EXPECT_EQ(named->name(), "worker");
  const auto unnamed = create_task(returning(2));
  EXPECT_EQ(unnamed->name().substr(0, 5), "Task-");
  co_await named;
  co_await unnamed;
}

TEST(Task, HasAName) { run(has_a_name(), virtual_clock()); }

Coroutine<> nothing() { co_return; }

Coroutine<> awaits_a_million() {
  for (int i = 0; i < 1'000'000; ++i) co_await nothing();
}

TEST(Task, AMillionImmediateAwaitsTakeNoStack) { run(awaits_a_million(), virtual_clock()); }

Coroutine<int> depth(int levels) {
  if (levels == 0) {
    co_await sleep(Seconds(1));
    co_return 0;
  }
  co_return 1 + co_await depth(levels - 1);
}

TEST(Task, AMillionNestedAwaitsTakeNoStack) {
  EXPECT_EQ(run(depth(1'000'000), virtual_clock()), 1'000'000);
}

Coroutine<> counts_cleanups(int levels, int& cleanups) {
  struct Cleanup {
    int& count;
    ~Cleanup() { ++count; }
  } const cleanup{cleanups};
  if (levels == 0) {
    co_await std::make_shared<Future<int>>(Loop::running());
  } else {
    co_await counts_cleanups(levels - 1, cleanups);
  }
}

TEST(Task, LeftPendingAtTheCloseItsCleanupRuns) {
  int cleanups = 0;
  const auto loop = std::make_shared<Loop>(virtual_clock());
  std::vector<std::string> told;
  loop->set_exception_handler(
      [&](Loop&, const ErrorContext& context) { told.push_back(context.message); });
  const auto task = create_task(loop, counts_cleanups(1000, cleanups));
  const auto unstarted = create_task(loop, counts_cleanups(3, cleanups));
  loop->stop();
  loop->run_forever();
  loop->close();
  EXPECT_EQ(cleanups, 1001 + 4);
  EXPECT_FALSE(task->done());
  EXPECT_EQ(told.size(), 2U);
}

Coroutine<> gives_itself_away() {
  auto coroutine = returning(1);
  EXPECT_EQ(co_await coroutine, 1);
  EXPECT_THROW(co_await coroutine, errors::RuntimeError);
  auto given = returning(2);
  const auto task = create_task(std::move(given));
  EXPECT_THROW(create_task(std::move(given)), errors::TypeError);
  EXPECT_EQ(co_await task, 2);
}

TEST(Task, ACoroutineIsAwaitedOnce) { run(gives_itself_away(), virtual_clock()); }

Coroutine<> swallows_twice(Log& log) {
  for (int i = 0; i < 2; ++i) {
    try {
      co_await sleep(Seconds(1000));
    } catch (const errors::CancelledError& error) {
      log.push_back(error.message());
    }
  }
}

Coroutine<> cancels_itself(Log& log) {
  Loop::running()->current_task()->cancel("mine");
  log.push_back("still running");
  co_await sleep(Seconds(0));
}

Coroutine<> cancels_many(Log& log) {
  const auto stubborn = create_task(swallows_twice(log));
  const auto own = create_task(cancels_itself(log));
  co_await sleep(Seconds(1));
  EXPECT_TRUE(own->cancelled());
  stubborn->cancel("one");
  co_await sleep(Seconds(1));
  stubborn->cancel("two");
  co_await stubborn;
  EXPECT_EQ(stubborn->cancelling(), 2);
  EXPECT_EQ(now(), 2);
}

TEST(Task, EachCancellationIsRaisedOnce) {
  Log log;
  run(cancels_many(log), virtual_clock());
  EXPECT_THAT(log, ElementsAre("still running", "one", "two"));
}

struct KeyboardInterrupt : errors::Derived<KeyboardInterrupt, errors::BaseException> {
  static constexpr std::string_view type_name = "KeyboardInterrupt";
  using Derived::Derived;
};

Coroutine<> interrupted() {
  co_await sleep(Seconds(1));
  throw KeyboardInterrupt("stop");
}

TEST(Task, AnInterruptLeavesTheLoop) {
  EXPECT_THROW(run(interrupted(), virtual_clock()), KeyboardInterrupt);
}

Coroutine<> awaits(std::shared_ptr<Future<int>> future) { co_await future; }

TEST(Task, RefusesTheFutureOfAnotherLoop) {
  const auto other = std::make_shared<Loop>(virtual_clock());
  EXPECT_THROW(run(awaits(std::make_shared<Future<int>>(other)), virtual_clock()),
               errors::RuntimeError);
}

Coroutine<> cancelled_as_its_future_fails(Log& told) {
  Loop::running()->set_exception_handler(
      [&](Loop&, const ErrorContext& context) { told.push_back(context.message); });
  auto future = std::make_shared<Future<int>>(Loop::running());
  const auto task = create_task(awaits(future));
  co_await sleep(Seconds(1));
  future->set_exception(errors::make(errors::KeyError("k")));
  EXPECT_TRUE(task->cancel());
  future.reset();
  co_await sleep(Seconds(1));
  EXPECT_TRUE(task->cancelled());
}

TEST(Task, CancelledBeforeItSeesAnErrorItTakesItsPlace) {
  Log told;
  run(cancelled_as_its_future_fails(told), virtual_clock());
  EXPECT_THAT(told, IsEmpty());
}

}  // namespace
}  // namespace asyncio
