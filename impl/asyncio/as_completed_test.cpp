#include "impl/asyncio/as_completed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;
using Tasks = std::vector<std::shared_ptr<Task<int>>>;

Coroutine<> gives_them_in_order() {
  const auto repeated = create_task(after(2, 20));
  auto completions =
      as_completed(Tasks{create_task(after(3, 30)), create_task(after(1, -1)), repeated, repeated});
  EXPECT_EQ(completions.left(), 3U);
  EXPECT_EQ(co_await error_of(completions.next()), "ValueError");
  EXPECT_EQ(co_await completions.next(), 20);
  EXPECT_EQ(now(), 2);
  EXPECT_EQ(co_await completions.next(), 30);
  EXPECT_EQ(completions.left(), 0U);
  EXPECT_EQ(as_completed(Tasks()).left(), 0U);
}

TEST(AsCompleted, GivesThemInTheOrderOfTheirEnds) { run_virtually(gives_them_in_order()); }

Coroutine<> times_out() {
  const auto late = create_task(after(5, 50));
  auto completions =
      as_completed(Tasks{late, create_task(after(1, 10)), create_task(after(7, 70))}, Seconds(3));
  EXPECT_EQ(co_await completions.next(), 10);
  EXPECT_EQ(co_await error_of(completions.next()), "TimeoutError");
  EXPECT_EQ(now(), 3);
  EXPECT_EQ(co_await error_of(completions.next()), "TimeoutError");
  EXPECT_EQ(co_await late, 50) << "it runs on";
}

TEST(AsCompleted, RaisesOnceForEachThatIsTooLate) { run_virtually(times_out()); }

}  // namespace
}  // namespace asyncio
