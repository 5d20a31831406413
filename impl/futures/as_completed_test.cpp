#include "impl/futures/as_completed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/futures/future.h"
#include "impl/threading/together.h"

namespace futures {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;
using threading::Seconds;

using Futures = std::vector<SharedFuture<int>>;

Futures make(int count) {
  Futures futures;
  for (int i = 0; i < count; ++i) futures.push_back(std::make_shared<Future<int>>());
  return futures;
}

Futures collect(AsCompleted<Future<int>> iteration) {
  Futures seen;
  for (const auto& future : iteration) seen.push_back(future);
  return seen;
}

TEST(AsCompleted, OfNothingEndsAtOnce) { EXPECT_THAT(collect(as_completed(Futures())), IsEmpty()); }

TEST(AsCompleted, GivesFirstWhatWasDone) {
  const auto futures = make(3);
  futures[2]->set_result(1);
  futures[0]->set_result(1);
  auto iteration = as_completed(futures);
  EXPECT_EQ(iteration.next(), futures[0]);
  futures[1]->set_result(1);
  EXPECT_EQ(iteration.next(), futures[2]);
  EXPECT_EQ(iteration.next(), futures[1]);
  EXPECT_EQ(iteration.next(), std::nullopt);
  EXPECT_EQ(iteration.next(), std::nullopt);
}

TEST(AsCompleted, GivesTheOthersAsTheyEnd) {
  const auto futures = make(3);
  auto iteration = as_completed(futures);
  threading::together(2, [&](int me) {
    if (me == 0) {
      for (const int i : {2, 0, 1}) EXPECT_EQ(iteration.next(), futures[i]);
    } else {
      futures[2]->set_result(1);
      futures[0]->set_exception(errors::make(errors::ValueError()));
      futures[1]->cancel();
      EXPECT_FALSE(futures[1]->set_running_or_notify_cancel());
    }
  });
}

TEST(AsCompleted, GivesAFutureOnce) {
  const auto futures = make(2);
  for (const auto& future : futures) future->set_result(1);
  EXPECT_THAT(collect(as_completed(Futures{futures[1], futures[0], futures[1]})),
              ElementsAre(futures[1], futures[0]));
}

TEST(AsCompleted, ExpiresWhereNoneIsReadyAndLeavesTheRest) {
  const auto futures = make(3);
  futures[1]->set_result(1);
  for (const double seconds : {0.0, -1.0, 0.001}) {
    auto iteration = as_completed(futures, Seconds(seconds));
    EXPECT_EQ(iteration.next(), futures[1]);
    try {
      iteration.next();
      FAIL() << "expected a TimeoutError";
    } catch (const TimeoutError& error) {
      EXPECT_STREQ(error.what(), "2 (of 3) futures unfinished");
    }
    EXPECT_EQ(iteration.next(), std::nullopt);
  }
  futures[0]->set_result(5);
  EXPECT_EQ(futures[0]->result(), 5);
}

TEST(AsCompleted, MayBeGivenUp) {
  const auto futures = make(2);
  futures[0]->set_result(1);
  EXPECT_EQ(as_completed(futures).next(), futures[0]);
  futures[1]->set_result(1);
}

TEST(AsCompleted, LetsGoOfWhatItGave) {
  auto futures = make(1);
  futures[0]->set_result(1);
  auto iteration = as_completed(std::move(futures));
  const std::weak_ptr<Future<int>> given = *iteration.next();
  EXPECT_TRUE(given.expired());
}

TEST(AsCompleted, GivesEachOnceWhileTheyEnd) {
  for (int round = 0; round < 50; ++round) {
    const auto futures = make(20);
    threading::together(3, [&](int me) {
      if (me == 0) {
        EXPECT_THAT(collect(as_completed(futures)), UnorderedElementsAreArray(futures));
        return;
      }
      for (std::size_t i = static_cast<std::size_t>(me) - 1; i < futures.size(); i += 2) {
        futures[i]->set_result(1);
      }
    });
  }
}

}  // namespace
}  // namespace futures
