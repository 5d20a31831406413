#include "impl/futures/wait.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "impl/futures/future.h"
#include "impl/threading/together.h"

namespace futures {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using threading::Seconds;
using threading::together;

class Wait : public testing::Test {
 protected:
  static SharedFuture<int> make() { return std::make_shared<Future<int>>(); }
  static void fail(Future<int>& future) {
    future.set_exception(errors::make(errors::ValueError()));
  }

  const SharedFuture<int> a = make();
  const SharedFuture<int> b = make();
  const SharedFuture<int> c = make();
  const std::vector<SharedFuture<int>> all{a, b, c};
};

TEST_F(Wait, ForNothingReturnsAtOnce) {
  const auto [done, not_done] = wait(std::vector<SharedFuture<int>>());
  EXPECT_THAT(done, IsEmpty());
  EXPECT_THAT(not_done, IsEmpty());
}

TEST_F(Wait, PartsThemInTheOrderGivenWhenTheTimeIsOver) {
  b->set_result(1);
  for (const double seconds : {0.0, -1.0, 0.001}) {
    const auto [done, not_done] = wait(all, Seconds(seconds));
    EXPECT_THAT(done, ElementsAre(b));
    EXPECT_THAT(not_done, ElementsAre(a, c));
  }
}

TEST_F(Wait, CountsAFutureThatIsGivenTwiceOnce) {
  a->set_result(1);
  b->cancel();
  const auto [done, not_done] = wait(std::vector{b, a, b, a}, Seconds(0));
  EXPECT_THAT(done, ElementsAre(a));
  EXPECT_THAT(not_done, ElementsAre(b));
}

TEST_F(Wait, TakesACancelledOneForDoneOnceThatIsNoticed) {
  for (const auto& future : all) EXPECT_TRUE(future->cancel());
  together(2, [&](int me) {
    if (me == 0) {
      EXPECT_THAT(wait(all).done, ElementsAre(a, b, c));
    } else {
      for (const auto& future : all) EXPECT_FALSE(future->set_running_or_notify_cancel());
    }
  });
}

TEST_F(Wait, ForAllEndsWithTheLast) {
  int plain = 0;
  together(2, [&](int me) {
    if (me == 0) {
      EXPECT_THAT(wait(all).not_done, IsEmpty());
      EXPECT_EQ(plain, 1);
      return;
    }
    a->set_result(1);
    fail(*b);
    plain = 1;
    c->set_result(3);
  });
}

TEST_F(Wait, ForTheFirstEndsWithAnyOutcome) {
  together(2, [&](int me) {
    if (me == 1) return b->set_result(1);
    const auto [done, not_done] = wait(all, {}, ReturnWhen::first_completed);
    EXPECT_THAT(done, ElementsAre(b));
    EXPECT_THAT(not_done, ElementsAre(a, c));
  });
  EXPECT_THAT(wait(all, {}, ReturnWhen::first_completed).done, ElementsAre(b));
}

TEST_F(Wait, ForTheFirstErrorGoesOnAfterAResult) {
  together(2, [&](int me) {
    if (me == 1) {
      a->set_result(1);
      return fail(*c);
    }
    const auto [done, not_done] = wait(all, {}, ReturnWhen::first_exception);
    EXPECT_THAT(done, ElementsAre(a, c));
    EXPECT_THAT(not_done, ElementsAre(b));
  });
  EXPECT_THAT(wait(all, {}, ReturnWhen::first_exception).not_done, ElementsAre(b));
  b->set_result(2);
  EXPECT_THAT(wait(all, {}, ReturnWhen::first_exception).not_done, IsEmpty());
}

TEST_F(Wait, ForTheFirstErrorIsForAllWhereNoneFails) {
  together(2, [&](int me) {
    if (me == 0) {
      EXPECT_THAT(wait(all, {}, ReturnWhen::first_exception).done, ElementsAre(a, b, c));
    } else {
      for (const auto& future : all) future->set_result(1);
    }
  });
}

TEST_F(Wait, TakesFuturesOfDifferentTypes) {
  const auto text = std::make_shared<Future<std::string>>();
  text->set_result("x");
  a->set_result(1);
  const std::vector<FuturePointer> mixed{a, text};
  EXPECT_THAT(wait(mixed).done, ElementsAre(a, text));
}

TEST_F(Wait, RefusesATimeoutThatIsNoNumberOnlyWhereItWouldWait) {
  const Seconds nan(std::numeric_limits<double>::quiet_NaN());
  EXPECT_THROW(wait(all, nan), errors::ValueError);
  for (const auto& future : all) future->set_result(1);
  EXPECT_THAT(wait(all, nan).not_done, IsEmpty());
}

/// Waits that expire while futures end leave no trace in them.
TEST_F(Wait, IsSafeWhileFuturesEnd) {
  for (int round = 0; round < 15; ++round) {
    std::vector<SharedFuture<int>> futures;
    for (int i = 0; i < 10; ++i) futures.push_back(make());
    together(3, [&](int me) {
      if (me == 0) {
        for (const auto& future : futures) future->set_result(1);
      } else if (me == 1) {
        while (!wait(futures, Seconds(1e-6)).not_done.empty()) {
        }
      } else {
        EXPECT_THAT(wait(futures).not_done, IsEmpty());
      }
    });
  }
}

}  // namespace
}  // namespace futures
