#include "impl/asyncio/clock.h"

#include <gtest/gtest.h>

#include <thread>

namespace asyncio {
namespace {

TEST(VirtualClock, JumpsToTheDeadlineAndKnowsWhenNothingCanCome) {
  Poller poller;
  const auto clock = virtual_clock();
  EXPECT_EQ(clock->now(), Seconds(0));
  EXPECT_TRUE(clock->wait(Seconds(31'536'000.375), false, poller));
  EXPECT_EQ(clock->now(), Seconds(31'536'000.375));
  EXPECT_FALSE(clock->wait(std::nullopt, false, poller));
}

TEST(RealClock, IsNeverEarly) {
  Poller poller;
  const auto clock = real_clock();
  const Seconds deadline = clock->now() + Seconds(0.002);
  clock->wait(deadline, false, poller);
  EXPECT_GE(clock->now(), deadline);
}

TEST(RealClock, AnotherThreadEndsAWaitWithoutLimit) {
  Poller poller;
  const auto clock = real_clock();
  std::thread other([&] { poller.wake(); });
  EXPECT_TRUE(clock->wait(std::nullopt, false, poller));
  other.join();
}

TEST(RealClock, AWakeUpBeforeTheFirstWaitEndsIt) {
  Poller poller;
  poller.wake();
  EXPECT_TRUE(real_clock()->wait(std::nullopt, false, poller));
  EXPECT_TRUE(poller.woken());
}

}  // namespace
}  // namespace asyncio
