#include "spec/claim_id.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace touchstone::spec {
namespace {

TEST(ClaimId, HasTwoOrThreePartsOfLowerCaseLettersDigitsHyphens) {
  for (const char* id :
       {"text.str.type-name", "io-models.aio.result-later", "generators.states", "a.b2.3c"}) {
    EXPECT_TRUE(is_claim_id(id)) << id;
  }
  for (const char* id : {"", "text", "text.", ".str", "text..str", "a.b.c.d", "Text.str",
                         "text.str.type_name", "text.-str", "text.str-", "a. b", "a.b\n"}) {
    EXPECT_FALSE(is_claim_id(id)) << id;
  }
}

TEST(ClaimId, BelongsToTheChapterBeforeItsFirstDot) {
  EXPECT_EQ(chapter_of("io-models.aio.result-later"), "io-models");
}

TEST(ClaimId, BecomesATestNameAndBack) {
  EXPECT_EQ(test_name("io-models.aio.result-later"), "io_models.aio.result_later");
  EXPECT_EQ(id_of_test("io_models.aio.result_later"), "io-models.aio.result-later");
}

TEST(Glob, TakesStarsAndQuestionMarks) {
  EXPECT_TRUE(matches_glob("*", ""));
  EXPECT_TRUE(matches_glob("text.*", "text.str.type-name"));
  EXPECT_TRUE(matches_glob("*.empty", "text.codec.empty"));
  EXPECT_TRUE(matches_glob("text.c?dec.*", "text.codec.empty"));
  EXPECT_FALSE(matches_glob("text", "text.codec.empty"));
  EXPECT_FALSE(matches_glob("text.?", "text.codec"));
  EXPECT_FALSE(matches_glob("", "text"));
  EXPECT_TRUE(matches_globs({"text.*", "objects.*"}, "objects.mro.c3"));
  EXPECT_TRUE(matches_globs({}, "text"));
  EXPECT_FALSE(matches_globs({"text.*", "objects.*"}, "queue.fifo"));
}

TEST(Glob, EndsOnPatternsThatBacktrack) {
  std::string stars;
  for (int i = 0; i < 50; ++i) stars += "*a";
  EXPECT_FALSE(matches_glob(stars + "b", std::string(2000, 'a')));
}

/// The definition itself, which may take exponential time.
bool matches_by_definition(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() == '*') {
    return matches_by_definition(pattern.substr(1), text) ||
           (!text.empty() && matches_by_definition(pattern, text.substr(1)));
  }
  return !text.empty() && (pattern.front() == '?' || pattern.front() == text.front()) &&
         matches_by_definition(pattern.substr(1), text.substr(1));
}

RC_GTEST_PROP(Glob, MatchesAsDefined, ()) {
  const auto pattern =
      *rc::gen::resize(8, rc::gen::container<std::string>(rc::gen::element('a', 'b', '*', '?')));
  const auto text =
      *rc::gen::resize(12, rc::gen::container<std::string>(rc::gen::element('a', 'b')));
  RC_ASSERT(matches_glob(pattern, text) == matches_by_definition(pattern, text));
}

}  // namespace
}  // namespace touchstone::spec
