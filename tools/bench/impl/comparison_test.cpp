#include "tools/bench/impl/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::bench {
namespace {

using testing::HasSubstr;
using testing::Not;

void add_round(Comparison& comparison, const std::string& operation, double ours, double standard,
               double cpython) {
  comparison.add(operation + "/ours", ours);
  comparison.add(operation + "/std", standard);
  comparison.add(operation + "/cpython", cpython);
}

TEST(Comparison, ShowsMediansAndTheMedianOfTheRatiosOfEachRound) {
  Comparison comparison;
  add_round(comparison, "lock", 10, 10, 100);
  add_round(comparison, "lock", 40, 20, 800);
  add_round(comparison, "lock", 30, 10, 150);
  EXPECT_THAT(comparison.table(),
              HasSubstr("lock                            30.0        10.0       150.0        2.00"
                        "          10.0\n"));
}

TEST(Comparison, TakesTheMiddleOfTheTwoMiddleOnes) {
  Comparison comparison;
  add_round(comparison, "lock", 1, 1, 1);
  add_round(comparison, "lock", 3, 1, 3);
  EXPECT_THAT(comparison.table(), HasSubstr(" 2.0         1.0         2.0        2.00"));
}

TEST(Comparison, LeavesOutWhatLacksAPeer) {
  Comparison comparison;
  comparison.add("queue/ours", 1);
  comparison.add("queue/std", 1);
  EXPECT_THAT(comparison.table(), Not(HasSubstr("queue")));
}

}  // namespace
}  // namespace touchstone::bench
