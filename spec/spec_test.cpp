#include "spec/spec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "spec/sample_files.h"

namespace touchstone::spec {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SpecTest : public ::testing::Test {
 protected:
  const Spec spec = load(sample_files());
};

TEST_F(SpecTest, FindsClaimsByIdAndByTestName) {
  ASSERT_NE(spec.find("text.str.type-name"), nullptr);
  EXPECT_EQ(spec.find("text.str.type_name"), spec.find("text.str.type-name"));
  EXPECT_EQ(spec.find("text.str.type"), nullptr);
  EXPECT_EQ(spec.find(""), nullptr);
}

TEST_F(SpecTest, MatchesGlobsInOrderOfIds) {
  EXPECT_THAT(spec.matching("text.*"),
              ElementsAre(spec.find("text.codec.empty"), spec.find("text.str.type-name")));
  EXPECT_THAT(spec.matching("*.type_name"), ElementsAre(spec.find("text.str.type-name")));
  EXPECT_THAT(spec.matching("queue.*"), IsEmpty());
}

TEST_F(SpecTest, SuggestsTheIdThatWasMeant) {
  EXPECT_THAT(spec.suggestions("text.str.type_nam"), ElementsAre("text.str.type-name"));
  EXPECT_THAT(spec.suggestions("empty"), ElementsAre("text.codec.empty"));
  EXPECT_THAT(spec.suggestions("zzzzzzzz"), IsEmpty());
}

TEST_F(SpecTest, LeadsFromARetiredIdToItsSuccessor) {
  EXPECT_THAT(spec.suggestions("text.str.kind"), ElementsAre("text.str.type-name"));
}

TEST_F(SpecTest, KnowsItsChaptersDocumentsAndCapabilities) {
  EXPECT_THAT(spec.chapters(), ElementsAre("text"));
  ASSERT_NE(spec.document("001"), nullptr);
  EXPECT_EQ(spec.document("002"), nullptr);
  EXPECT_TRUE(spec.has_capability("text.codecs"));
  EXPECT_FALSE(spec.has_capability("text"));
}

}  // namespace
}  // namespace touchstone::spec
