#include "tools/bench/comparison/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace touchstone::bench {
namespace {

using testing::HasSubstr;
using testing::Not;

Comparison three_peers() { return Comparison({"ours", "std", "cpython"}); }

void add_round(Comparison& comparison, const std::string& operation, double ours, double standard,
               double cpython) {
  comparison.add(operation + "/ours", ours);
  comparison.add(operation + "/std", standard);
  comparison.add(operation + "/cpython", cpython);
}

TEST(Comparison, ShowsMediansAndTheMedianOfTheRatiosOfEachRound) {
  Comparison comparison = three_peers();
  add_round(comparison, "lock", 10, 10, 100);
  add_round(comparison, "lock", 20, 40, 800);
  add_round(comparison, "lock", 10, 30, 150);
  EXPECT_EQ(
      comparison.table(),
      "operation                       ours         std     cpython      std/ours  cpython/ours\n"
      "lock                            10.0        30.0       150.0          2.00         15.00\n");
}

TEST(Comparison, TakesTheMiddleOfTheTwoMiddleOnes) {
  Comparison comparison = three_peers();
  add_round(comparison, "lock", 1, 1, 1);
  add_round(comparison, "lock", 1, 3, 3);
  EXPECT_THAT(comparison.table(), HasSubstr(" 1.0         2.0         2.0          2.00"));
}

TEST(Comparison, LeavesOutWhatLacksAPeer) {
  Comparison comparison = three_peers();
  comparison.add("queue/ours", 1);
  comparison.add("queue/std", 1);
  EXPECT_THAT(comparison.table(), Not(HasSubstr("queue")));
}

TEST(Comparison, RefusesAnUnknownPeer) {
  Comparison comparison = three_peers();
  EXPECT_THROW(comparison.add("queue/other", 1), std::out_of_range);
}

}  // namespace
}  // namespace touchstone::bench
