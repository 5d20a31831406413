#include "impl/asyncio/gather.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using Log = std::vector<std::string>;

Coroutine<int> after(double delay_s, int result) {
  co_await sleep(Seconds(delay_s));
  if (result < 0) throw errors::ValueError(std::to_string(result));
  co_return result;
}

FutureList<int> tasks(const std::vector<std::pair<double, int>>& works) {
  FutureList<int> started;
  for (const auto& [delay_s, result] : works)
    started.push_back(create_task(after(delay_s, result)));
  return started;
}

Coroutine<> keeps_the_order() {
  EXPECT_THAT(co_await gather(after(3, 30), after(1, 10), after(2, 20)), ElementsAre(30, 10, 20));
  EXPECT_EQ(Loop::running()->time(), Seconds(3));
  EXPECT_THAT(co_await gather(Loop::running(), FutureList<int>()), ElementsAre());
}

TEST(Gather, KeepsTheOrderOfItsArguments) { run(keeps_the_order(), virtual_clock()); }

Coroutine<> stops_at_the_first_error() {
  const auto children = tasks({{3, 30}, {1, -1}, {2, -2}});
  try {
    co_await gather(Loop::running(), children);
    ADD_FAILURE() << "no error";
  } catch (const errors::ValueError& error) {
    EXPECT_EQ(error.message(), "-1");
  }
  EXPECT_EQ(Loop::running()->time(), Seconds(1));
  EXPECT_EQ(co_await children[0], 30) << "the others run on";
}

TEST(Gather, StopsAtTheFirstError) { run(stops_at_the_first_error(), virtual_clock()); }

Coroutine<> collects_errors() {
  auto children = tasks({{2, 20}, {1, -1}, {3, 30}});
  create_task(after(0.5, 0));
  children[2]->cancel();
  const auto outcomes = co_await gather_outcomes(Loop::running(), children);
  EXPECT_EQ(std::get<0>(outcomes[0]), 20);
  EXPECT_TRUE(errors::matches(std::get<1>(outcomes[1]), "ValueError"));
  EXPECT_TRUE(errors::matches(std::get<1>(outcomes[2]), "CancelledError"));
}

TEST(GatherOutcomes, PutsErrorsAmongTheResults) { run(collects_errors(), virtual_clock()); }

Coroutine<> cancels_all(bool outcomes) {
  const auto children = tasks({{2, 20}, {3, 30}});
  FuturePointer all;
  if (outcomes) {
    all = gather_outcomes(Loop::running(), children);
  } else {
    all = gather(Loop::running(), children);
  }
  co_await sleep(Seconds(1));
  EXPECT_TRUE(all->cancel());
  co_await sleep(Seconds(0.5));
  EXPECT_TRUE(children[0]->cancelled());
  EXPECT_TRUE(children[1]->cancelled());
  EXPECT_TRUE(errors::matches(all->exception(), "CancelledError"));
}

std::string reason_of(const FutureBase& all) {
  try {
    std::rethrow_exception(all.exception());
  } catch (const errors::CancelledError& error) {
    return std::string(error.message());
  }
}

Coroutine<> tells_the_reason_of_the_last_given() {
  const auto all = gather(Loop::running(), tasks({{5, 1}, {1, 2}}));
  const auto turned = gather_outcomes(Loop::running(), tasks({{1, 1}, {5, 2}}));
  const auto results = gather_outcomes(Loop::running(), tasks({{5, 1}, {1, 2}}));
  co_await sleep(Seconds(2));
  for (const FuturePointer& each : {FuturePointer(turned), FuturePointer(results)})
    EXPECT_TRUE(each->cancel("why"));
  EXPECT_TRUE(all->cancel("why"));
  co_await sleep(Seconds(1));
  EXPECT_EQ(reason_of(*all), "why");  // it ends with the first cancellation
  EXPECT_EQ(reason_of(*turned), "why");
  EXPECT_EQ(reason_of(*results), "");
}

TEST(Gather, ItsCancellationHasTheReasonOfTheLastGiven) {
  run(tells_the_reason_of_the_last_given(), virtual_clock());
}

/// Asks who waits for it to end, and itself with that.
Coroutine<int> cancels_from_inside(FuturePointer& all) {
  co_await sleep(Seconds(1));
  EXPECT_TRUE(all->cancel("why"));
  try {
    co_await sleep(Seconds(1));
  } catch (const errors::CancelledError&) {
  }
  co_return 1;
}

Coroutine<> tells_the_reason_of_a_survivor() {
  FuturePointer all;
  FutureList<int> children{create_task(cancels_from_inside(all))};
  all = gather_outcomes(Loop::running(), children);
  co_await sleep(Seconds(3));
  EXPECT_EQ(children[0]->result(), 1);
  EXPECT_EQ(reason_of(*all), "why");
}

TEST(Gather, ItsCancellationHasTheReasonThatTheLastGivenSurvived) {
  run(tells_the_reason_of_a_survivor(), virtual_clock());
}

TEST(Gather, ItsCancellationCancelsAll) {
  run(cancels_all(false), virtual_clock());
  run(cancels_all(true), virtual_clock());
}

}  // namespace
}  // namespace asyncio
