#include "spec/nearest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace touchstone::spec {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string> words{"text.codec.empty", "text.str.immutable",
                                     "text.str.index-is-text", "text.bytes.immutable"};

TEST(Nearest, FindsAMisspeltWord) {
  EXPECT_THAT(nearest("text.codec.emtpy", words), ElementsAre("text.codec.empty"));
}

TEST(Nearest, PutsTheClosestFirst) {
  EXPECT_THAT(nearest("text.st.immutable", words),
              ElementsAre("text.str.immutable", "text.bytes.immutable"));
}

TEST(Nearest, FallsBackToWordsThatContainTheText) {
  EXPECT_THAT(nearest("immutable", words),
              ElementsAre("text.str.immutable", "text.bytes.immutable"));
}

TEST(Nearest, IsSilentWhereNothingIsNear) {
  EXPECT_THAT(nearest("zzzzzzzz", words), IsEmpty());
  EXPECT_EQ(did_you_mean("zzzzzzzz", words), "");
}

TEST(DidYouMean, IsAQuestion) {
  EXPECT_EQ(did_you_mean("immutable", words),
            ", did you mean text.str.immutable or text.bytes.immutable?");
}

RC_GTEST_PROP(EditDistance, IsAMetric,
              (const std::string& a, const std::string& b, const std::string& c)) {
  RC_ASSERT((edit_distance(a, b) == 0) == (a == b));
  RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
  RC_ASSERT(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c));
}

}  // namespace
}  // namespace touchstone::spec
