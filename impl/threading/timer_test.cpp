#include "impl/threading/timer.h"

#include <gtest/gtest.h>

namespace threading {
namespace {

TEST(Timer, CallsItsFunctionOnceAndNotEarly) {
  int plain = 0;
  const auto begin = std::chrono::steady_clock::now();
  const auto timer = std::make_shared<Timer>(Seconds(0.002), [&] { ++plain; });
  timer->start();
  timer->join();
  EXPECT_EQ(plain, 1);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(2));
  timer->cancel();
}

TEST(Timer, CallsNothingOnceItIsCancelled) {
  const auto timer = std::make_shared<Timer>(Seconds(3600), [] { FAIL() << "was cancelled"; });
  timer->start();
  timer->cancel();
  timer->join();
}

TEST(Timer, OfNoTimeCallsAtOnce) {
  int plain = 0;
  Timer(Seconds(-1), [&] { ++plain; }).run();
  EXPECT_EQ(plain, 1);
}

}  // namespace
}  // namespace threading
