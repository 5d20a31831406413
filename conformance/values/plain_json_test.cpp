#include "conformance/values/plain_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>

#include "conformance/values/arbitrary_value.h"
#include "conformance/values/wire.h"

namespace touchstone::wire {
namespace {

/// The value that `text` is as a whole.
std::optional<Value> plain_value(std::string_view text) {
  PlainJson json(text);
  Value value;
  if (!json.read(value) || !json.at_end()) return std::nullopt;
  return value;
}

TEST(PlainJson, ReadsWhatStandsBare) {
  for (const char* text : {"null", "true", "false", "0", "-7", "9007199254740992", "0.5", "-12.25",
                           "\"\"", "\"a b~\"", "[]", "[1,[\"x\",[null]],0.5]"})
    EXPECT_EQ(repr(plain_value(text).value_or("refused")), repr(decode_text(text))) << text;
}

TEST(PlainJson, LeavesAllElseToTheDecoder) {
  for (const char* text : {"",
                           "nul",
                           "nulls",
                           "01",
                           "-",
                           "-01",
                           "+1",
                           "1.",
                           ".5",
                           "1.0",
                           "1e3",
                           "0.5e3",
                           "inf",
                           "nan",
                           "9007199254740993",
                           "-9007199254740993",
                           "99999999999999999999",
                           "\"a",
                           "\"\\n\"",
                           "\"\x7F\"",
                           "\"\xC3\xA9\"",
                           "[",
                           "[1",
                           "[1,",
                           "[1,]",
                           "[,1]",
                           "[1 ]",
                           " 1",
                           "1 ",
                           "[1]]",
                           R"({"tuple":[]})",
                           R"({"file":"values/7"})"})
    EXPECT_FALSE(plain_value(text)) << text;
}

TEST(PlainJson, GoesNoDeeperThanTheDecoder) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + "1" + std::string(levels, ']');
  };
  EXPECT_TRUE(plain_value(nested(20)));
  EXPECT_NO_THROW(decode_text(nested(20)));
  EXPECT_FALSE(plain_value(nested(21)));
  EXPECT_FALSE(plain_value(std::string(200'000, '[')));
}

RC_GTEST_PROP(PlainJson, ReadsWhatTheDecoderReads, ()) {
  const std::string text = encode_text(*arbitrary::wire_value(3));
  if (const auto value = plain_value(text)) RC_ASSERT(repr(*value) == repr(decode_text(text)));
}

RC_GTEST_PROP(PlainJson, ReadsNoChangedTextThatTheDecoderRefuses, (std::size_t where)) {
  std::string text = encode_text(*arbitrary::wire_value(3));
  text[where % text.size()] = *rc::gen::elementOf(std::string("[]\",019.eE-+tn\\ "));
  if (const auto value = plain_value(text)) RC_ASSERT(repr(*value) == repr(decode_text(text)));
}

}  // namespace
}  // namespace touchstone::wire
