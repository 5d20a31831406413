#include "tools/bench/asyncio/peer.h"

#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

namespace touchstone::bench {
namespace {

int serve_lines(const char* lines) {
  std::istringstream in(lines);
  auto* const before = std::cin.rdbuf(in.rdbuf());
  const int code = serve({
      {"honest", [](std::size_t count) { return Outcome{7, count}; }},
      {"lazy", [](std::size_t count) { return Outcome{7, count - 1}; }},
  });
  std::cin.rdbuf(before);
  std::cin.clear();
  return code;
}

TEST(Serve, AnswersUntilThereIsNoMore) {
  testing::internal::CaptureStdout();
  EXPECT_EQ(serve_lines("honest 3\nhonest 4\n"), 0);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "7\n7\n");
}

TEST(Serve, GivesNoFigureForWorkThatIsNotAllDone) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(serve_lines("lazy 3\n"), 1);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "lazy did 2 of 3\n");
}

TEST(Delay, IsBetweenOneAndTenMilliseconds) {
  for (std::size_t timer = 0; timer < 20'000; ++timer) {
    EXPECT_GE(delay_of(timer), std::chrono::milliseconds(1));
    EXPECT_LT(delay_of(timer), std::chrono::milliseconds(10));
  }
}

}  // namespace
}  // namespace touchstone::bench
