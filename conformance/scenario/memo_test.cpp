#include "conformance/scenario/memo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace touchstone::scenario {
namespace {

using testing::ElementsAre;

class MemoOfTwo : public testing::Test {
 protected:
  std::size_t length(std::string_view text) {
    return lengths_.get(text, [&](std::string_view asked) {
      made_.emplace_back(asked);
      if (asked.empty()) throw std::invalid_argument("nothing there");
      return asked.size();
    });
  }

  Memo<std::string, std::size_t> lengths_{2};
  std::vector<std::string> made_;
};

TEST_F(MemoOfTwo, MakesEachOnce) {
  EXPECT_EQ(length("one"), 3u);
  EXPECT_EQ(length("three"), 5u);
  EXPECT_EQ(length("one"), 3u);
  EXPECT_EQ(length("three"), 5u);
  EXPECT_THAT(made_, ElementsAre("one", "three"));
}

TEST_F(MemoOfTwo, ForgetsWhatWasLongestNotAskedFor) {
  for (const char* text : {"one", "three", "one", "eleven", "one", "three"}) length(text);
  EXPECT_THAT(made_, ElementsAre("one", "three", "eleven", "three"));
}

TEST_F(MemoOfTwo, KeepsNothingOfAnError) {
  EXPECT_THROW(length(""), std::invalid_argument);
  EXPECT_THROW(length(""), std::invalid_argument);
  EXPECT_EQ(length("one"), 3u);
  EXPECT_THAT(made_, ElementsAre("", "", "one"));
}

}  // namespace
}  // namespace touchstone::scenario
