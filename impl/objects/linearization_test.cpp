#include "impl/objects/linearization.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace objects {
namespace {

using testing::ElementsAre;
using testing::Optional;

struct Node {};

TEST(Merge, KeepsTheOrderOfEveryBase) {
  Node top, left, right;
  EXPECT_THAT(merge<Node>({{&left, &top}, {&right, &top}, {&left, &right}}),
              Optional(ElementsAre(&left, &right, &top)));
}

TEST(Merge, OfNothingIsNothing) { EXPECT_THAT(merge<Node>({{}}), Optional(ElementsAre())); }

TEST(Merge, RefusesAContradiction) {
  Node a, b;
  EXPECT_EQ(merge<Node>({{&a, &b}, {&b, &a}}), std::nullopt);
}

}  // namespace
}  // namespace objects
