#include "impl/asyncio/wait.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using Tasks = std::vector<std::shared_ptr<Task<int>>>;

Tasks three_tasks() {
  return {create_task(after(2, 20)), create_task(after(1, -1)), create_task(after(3, 30))};
}

Coroutine<> waits_for_all() {
  const Tasks tasks = three_tasks();
  const auto result = co_await wait(tasks);
  EXPECT_EQ(now(), 3);
  EXPECT_EQ(result.done, tasks);
  EXPECT_TRUE(result.pending.empty());
  EXPECT_TRUE(errors::matches(tasks[1]->exception(), "ValueError"));
}

TEST(Wait, ForAllNeitherRaisesNorCancels) { run_virtually(waits_for_all()); }

Coroutine<> waits_for_the_first(ReturnWhen when, double until_s, Tasks tasks) {
  const auto result = co_await wait(tasks, {}, when);
  EXPECT_EQ(now(), until_s);
  EXPECT_THAT(result.done, ElementsAre(tasks[1]));
  EXPECT_THAT(result.pending, ElementsAre(tasks[0], tasks[2]));
  EXPECT_TRUE(errors::matches(tasks[1]->exception(), "ValueError"));
  EXPECT_EQ(co_await tasks[2], 30) << "the others run on";
  co_await tasks[0];
}

Coroutine<> waits_for_the_first_completed() {
  co_await waits_for_the_first(ReturnWhen::first_completed, 1, three_tasks());
}

TEST(Wait, ForTheFirst) { run_virtually(waits_for_the_first_completed()); }

Coroutine<> waits_for_the_first_error() {
  Tasks tasks{create_task(after(5, 1)), create_task(after(3, -1)), create_task(after(9, 30))};
  const auto early = create_task(after(1, 1));
  const auto cancelled = create_task(after(2, 1));
  cancelled->cancel();
  auto all = tasks;
  all.push_back(early);
  all.push_back(cancelled);
  const auto result = co_await wait(all, {}, ReturnWhen::first_exception);
  EXPECT_EQ(now(), 3) << "results and cancellations are no errors";
  EXPECT_EQ(result.done.size(), 3U);
  EXPECT_EQ(result.pending.size(), 2U);
  EXPECT_NE(tasks[1]->exception(), nullptr);
}

TEST(Wait, ForTheFirstError) { run_virtually(waits_for_the_first_error()); }

Coroutine<> waits_at_most() {
  const Tasks tasks{create_task(after(1, 1)), create_task(after(3, 3))};
  const auto result = co_await wait(tasks, Seconds(2));
  EXPECT_EQ(now(), 2);
  EXPECT_THAT(result.done, ElementsAre(tasks[0]));
  EXPECT_THAT(result.pending, ElementsAre(tasks[1]));
  EXPECT_EQ(co_await tasks[1], 3);
}

TEST(Wait, AtMostForItsTime) { run_virtually(waits_at_most()); }

Coroutine<> refuses_nothing_and_drops_duplicates() {
  EXPECT_EQ(co_await error_of(wait(Tasks())), "ValueError");
  const auto task = create_task(after(1, 1));
  const auto result = co_await wait(list_of(task, task, task));
  EXPECT_THAT(result.done, ElementsAre(task));
}

TEST(Wait, RefusesNothingAndCountsDuplicatesOnce) {
  run_virtually(refuses_nothing_and_drops_duplicates());
}

Coroutine<> is_cancelled() {
  const auto task = create_task(after(3, 3));
  const auto waiting = create_task(wait(list_of(task)));
  co_await sleep(Seconds(1));
  waiting->cancel();
  co_await sleep(Seconds(0));
  co_await sleep(Seconds(0));
  EXPECT_TRUE(waiting->cancelled());
  EXPECT_EQ(co_await task, 3) << "what is waited for is not cancelled";
}

TEST(Wait, CancelledItLeavesTheOthersAlone) { run_virtually(is_cancelled()); }

}  // namespace
}  // namespace asyncio
