#include "impl/threading/deadline.h"

#include <gtest/gtest.h>

#include <limits>

#include "impl/errors/hierarchy.h"

namespace threading {
namespace {

constexpr Seconds nan{std::numeric_limits<double>::quiet_NaN()};
constexpr Seconds infinity{std::numeric_limits<double>::infinity()};

TEST(Deadline, NoTimeoutIsNever) { EXPECT_EQ(deadline_after({}), never); }

TEST(Deadline, IsNeverEarly) {
  const Seconds short_time(1e-9 / 3);
  const auto before = std::chrono::steady_clock::now();
  EXPECT_GE(deadline_after(Seconds(0.25)), before + std::chrono::milliseconds(250));
  EXPECT_GT(deadline_after(short_time), before);
}

TEST(Deadline, ZeroAndLessHavePassed) {
  EXPECT_EQ(deadline_after(Seconds(0)), passed);
  EXPECT_EQ(deadline_after(Seconds(-1)), passed);
  EXPECT_EQ(deadline_after(-infinity), passed);
}

TEST(Deadline, FarOffIsNever) { EXPECT_EQ(deadline_after(timeout_max), never); }

TEST(Deadline, RefusesWhatIsNoTime) {
  EXPECT_THROW(deadline_after(nan), errors::ValueError);
  EXPECT_THROW(deadline_after(infinity), errors::OverflowError);
  EXPECT_THROW(deadline_after(timeout_max + Seconds(1)), errors::OverflowError);
}

TEST(LockDeadline, TakesMinusOneForNoLimit) {
  EXPECT_EQ(lock_deadline(true, unlimited), never);
  EXPECT_EQ(lock_deadline(false, unlimited), passed);
  EXPECT_EQ(lock_deadline(true, Seconds(0)), passed);
}

TEST(LockDeadline, RefusesOtherNegativeOnesAndATimeoutWithoutBlocking) {
  for (const double seconds : {-0.5, -2.0, -1.0000001, -1e-10}) {
    EXPECT_THROW(lock_deadline(true, Seconds(seconds)), errors::ValueError) << seconds;
  }
  EXPECT_THROW(lock_deadline(false, Seconds(0)), errors::ValueError);
  EXPECT_THROW(lock_deadline(false, Seconds(1)), errors::ValueError);
  EXPECT_THROW(lock_deadline(false, nan), errors::ValueError);
  for (const Seconds beyond : {infinity, -infinity, timeout_max + Seconds(1)}) {
    EXPECT_THROW(lock_deadline(true, beyond), errors::OverflowError);
    EXPECT_THROW(lock_deadline(false, beyond), errors::OverflowError);
  }
}

}  // namespace
}  // namespace threading
