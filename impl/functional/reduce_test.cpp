#include "impl/functional/reduce.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace functional {
namespace {

std::string bracket(const std::string& a, const std::string& b) { return "(" + a + b + ")"; }

TEST(Reduce, FoldsFromTheLeft) {
  EXPECT_EQ(reduce(bracket, std::vector<std::string>{"a", "b", "c", "d"}), "(((ab)c)d)");
  EXPECT_EQ(reduce(bracket, std::vector<std::string>{"a", "b"}, std::string("z")), "((za)b)");
}

RC_GTEST_PROP(Reduce, SubtractionEqualsALoop, (const std::vector<int>& elements, int initial)) {
  long expected = initial;
  for (const int element : elements) expected -= element;
  RC_ASSERT(reduce([](long a, int b) { return a - b; }, elements, long(initial)) == expected);
}

TEST(Reduce, OfNothing) {
  EXPECT_THROW(reduce(bracket, std::vector<std::string>()), errors::TypeError);
  EXPECT_EQ(reduce(bracket, std::vector<std::string>(), std::string("z")), "z");
}

TEST(Reduce, OfOneElementDoesNotCall) {
  const auto failing = [](int, int) -> int { throw errors::ValueError("called"); };
  EXPECT_EQ(reduce(failing, std::vector{5}), 5);
}

TEST(Reduce, TheAccumulatorMayBeOfAnotherType) {
  const auto append = [](std::vector<int> all, int element) {
    all.push_back(element);
    return all;
  };
  EXPECT_EQ(reduce(append, std::vector{1, 2, 3}, std::vector<int>()), (std::vector{1, 2, 3}));
}

TEST(Reduce, StopsAtAnError) {
  auto elements = iter(std::vector{1, 2, 3, 4, 5});
  const auto failing = [](int a, int b) {
    return b == 3 ? throw errors::ValueError("three") : a + b;
  };
  EXPECT_THROW(reduce(failing, elements), errors::ValueError);
  EXPECT_EQ(elements.next(), 4);
}

}  // namespace
}  // namespace functional
