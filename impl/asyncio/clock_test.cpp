#include "impl/asyncio/clock.h"

#include <gtest/gtest.h>

#include <thread>

namespace asyncio {
namespace {

TEST(VirtualClock, JumpsToTheDeadlineAndKnowsWhenNothingCanCome) {
  Wakeup wakeup;
  const auto clock = virtual_clock();
  EXPECT_EQ(clock->now(), Seconds(0));
  EXPECT_TRUE(clock->wait(Seconds(31'536'000.375), wakeup));
  EXPECT_EQ(clock->now(), Seconds(31'536'000.375));
  EXPECT_FALSE(clock->wait(std::nullopt, wakeup));
}

TEST(RealClock, IsNeverEarly) {
  Wakeup wakeup;
  const auto clock = real_clock();
  const Seconds deadline = clock->now() + Seconds(0.002);
  clock->wait(deadline, wakeup);
  EXPECT_GE(clock->now(), deadline);
}

TEST(RealClock, AnotherThreadEndsAWaitWithoutLimit) {
  Wakeup wakeup;
  const auto clock = real_clock();
  std::thread other([&] { wakeup.signal(); });
  EXPECT_TRUE(clock->wait(std::nullopt, wakeup));
  other.join();
}

}  // namespace
}  // namespace asyncio
