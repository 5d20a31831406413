#include "conformance/values/unicode.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace touchstone::unicode {
namespace {

TEST(Unicode, ReadsEachLength) {
  EXPECT_EQ(from_utf8("a\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
            U"a\u0080\u07FF\u0800\uFFFF\U00010000\U0010FFFF");
}

TEST(Unicode, RefusesIllFormedBytesAndNamesThePlace) {
  const std::string_view cases[] = {
      "\x80",         "\xC0\x80",     "\xC1\xBF",         "\xC2",
      "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
      "\xF5",         "\xE4\xB8",     "\xC2\x41",         "\xFF"};
  for (const auto bad : cases) {
    try {
      from_utf8("ok" + std::string(bad));
      ADD_FAILURE() << "accepted " << testing::PrintToString(bad);
    } catch (const IllFormed& error) {
      EXPECT_EQ(error.position, 2u);
    }
  }
}

TEST(Unicode, SurrogatesAndBeyondHaveNoUtf8) {
  EXPECT_THROW(to_utf8(std::u32string(1, char32_t{0xD800})), IllFormed);
  EXPECT_THROW(to_utf8(std::u32string(1, char32_t{0x110000})), IllFormed);
}

RC_GTEST_PROP(Unicode, WhatIsWrittenReadsBack, ()) {
  const auto scalar =
      rc::gen::suchThat(rc::gen::inRange<char32_t>(0, last_code_point + 1), is_scalar);
  const auto points = *rc::gen::container<std::u32string>(scalar);
  RC_ASSERT(from_utf8(to_utf8(points)) == points);
}

RC_GTEST_PROP(Unicode, WhatReadsWritesBackTheSameBytes, (const std::string& bytes)) {
  try {
    RC_ASSERT(to_utf8(from_utf8(bytes)) == bytes);
  } catch (const IllFormed& error) {
    RC_ASSERT(error.position < bytes.size());
  }
}

}  // namespace
}  // namespace touchstone::unicode
