#include "impl/asyncio/timeout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

Coroutine<> limits_a_scope() {
  Timeout scope = timeout(Seconds(2));
  EXPECT_EQ(co_await error_of(scope.run(after(5, 1))), "TimeoutError");
  EXPECT_EQ(now(), 2);
  EXPECT_TRUE(scope.expired());
  EXPECT_EQ(Loop::running()->current_task()->cancelling(), 0);
  EXPECT_EQ(co_await timeout(Seconds(2)).run(after(1, 5)), 5);
  EXPECT_EQ(co_await timeout(std::nullopt).run(after(100, 5)), 5);
  EXPECT_EQ(co_await error_of(timeout(Seconds(2)).run(after(1, -5))), "ValueError");
}

TEST(Timeout, LimitsAScope) { run_virtually(limits_a_scope()); }

Coroutine<int> in_a_scope(Timeout& scope, double delay_s) {
  co_return co_await scope.run(after(delay_s, 1));
}

Coroutine<> tells_its_own_cancellation_from_others() {
  Timeout scope = timeout(Seconds(2));
  const auto task = create_task(in_a_scope(scope, 5));
  co_await sleep(Seconds(1));
  task->cancel();
  co_await sleep(Seconds(0));
  co_await sleep(Seconds(0));
  EXPECT_TRUE(task->cancelled());
  EXPECT_FALSE(scope.expired());
  Timeout both = timeout(Seconds(1));
  const auto other = create_task(in_a_scope(both, 5));
  Loop::running()->call_later(Seconds(1), [other] { other->cancel(); });
  co_await sleep(Seconds(2));
  EXPECT_TRUE(other->cancelled()) << "a cancellation from outside is no time-out";
}

TEST(Timeout, TellsItsOwnCancellationFromOthers) {
  run_virtually(tells_its_own_cancellation_from_others());
}

Coroutine<int> moving(Timeout& scope) {
  scope.reschedule(Seconds(10));
  EXPECT_EQ(scope.when(), Seconds(10));
  co_await sleep(Seconds(9));
  scope.reschedule(Seconds(3));
  co_await sleep(Seconds(1));
  co_return 1;
}

Coroutine<> moves_its_deadline() {
  Timeout scope = timeout_at(Seconds(1));
  EXPECT_THROW(scope.reschedule(Seconds(2)), errors::RuntimeError);
  EXPECT_EQ(co_await error_of(scope.run(moving(scope))), "TimeoutError");
  EXPECT_EQ(now(), 9) << "a deadline in the past is over at once";
  EXPECT_THROW(scope.reschedule(Seconds(2)), errors::RuntimeError);
  EXPECT_THROW(scope.enter(), errors::RuntimeError);
}

TEST(Timeout, MovesItsDeadline) { run_virtually(moves_its_deadline()); }

Coroutine<int> nested() {
  EXPECT_EQ(co_await error_of(timeout(Seconds(5)).run(after(9, 1))), "TimeoutError");
  co_return 1;
}

Coroutine<> nests() {
  EXPECT_EQ(co_await error_of(timeout(Seconds(2)).run(timeout(Seconds(9)).run(after(20, 1)))),
            "TimeoutError");
  EXPECT_EQ(now(), 2);
  EXPECT_EQ(co_await timeout(Seconds(9)).run(nested()), 1);
}

TEST(Timeout, Nests) { run_virtually(nests()); }

}  // namespace
}  // namespace asyncio
