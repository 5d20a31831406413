#include "conformance/check/token.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conformance/check/arbitrary.h"

namespace touchstone {
namespace {

Token sample() {
  return {"cpython", "functional.map.single-pass", PartKind::property, 17, {{"length", Value(3)}}};
}

TEST(TokenTest, SurvivesTheWayThroughAWord) {
  const Token token = parse_token(print_token(sample()));
  EXPECT_EQ(token.subject, "cpython");
  EXPECT_EQ(token.claim, "functional.map.single-pass");
  EXPECT_EQ(token.part, PartKind::property);
  EXPECT_EQ(token.seed, 17u);
  EXPECT_EQ(token.picks, sample().picks);
}

TEST(TokenTest, IsOneWordForAnyShell) {
  const std::string word = print_token(sample());
  EXPECT_EQ(
      word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."),
      std::string::npos);
}

TEST(TokenTest, ACutOrForeignWordIsRefused) {
  const std::string word = print_token(sample());
  EXPECT_THROW(parse_token(word.substr(0, word.size() / 2)), TokenError);
  EXPECT_THROW(parse_token("t2.abc"), TokenError);
  EXPECT_THROW(parse_token(""), TokenError);
  EXPECT_THROW(parse_token("t1.a!b"), TokenError);
}

RC_GTEST_PROP(TokenTest, AnyPickSurvives, ()) {
  Token token = sample();
  token.picks = {{"picked", *arbitrary::datum()}};
  RC_ASSERT(parse_token(print_token(token)).picks == token.picks);
}

RC_GTEST_PROP(TokenTest, NoWordCrashesTheParser, (const std::string& garbage)) {
  try {
    parse_token("t1." + garbage);
  } catch (const TokenError&) {
  }
}

}  // namespace
}  // namespace touchstone
