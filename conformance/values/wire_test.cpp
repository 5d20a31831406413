#include "conformance/values/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "conformance/values/arbitrary_value.h"

namespace touchstone::wire {
namespace {

using testing::HasSubstr;

void expect_form(const Value& value, const std::string& text) {
  EXPECT_EQ(encode(value).dump(), text);
  EXPECT_EQ(repr(decode_text(text)), repr(value));
}

void expect_refused(const std::string& text, const std::string& part_of_message) {
  try {
    ADD_FAILURE() << text << " was read as " << repr(decode_text(text));
  } catch (const WireError& error) {
    EXPECT_THAT(error.what(), HasSubstr(part_of_message)) << text;
  }
}

TEST(Wire, HasOneFormForEachKind) {
  expect_form({}, "null");
  expect_form(true, "true");
  expect_form(-5, "-5");
  expect_form(9007199254740992, "9007199254740992");
  expect_form(9007199254740993, R"({"int":"0x20000000000001"})");
  expect_form(Integer(-(Integer(1) << 64)), R"({"int":"-0x10000000000000000"})");
  expect_form(0.5, "0.5");
  expect_form(3.0, R"({"float":"3.0"})");
  expect_form(-0.0, R"({"float":"-0.0"})");
  expect_form("a\xE4\xB8\x96", "\"a\xE4\xB8\x96\"");
  expect_form(Text{std::u32string{0xD800, 'a'}}, R"({"text":[55296,97]})");
  expect_form(Bytes{"\xE4\xB8"}, R"({"bytes":"e4b8"})");
  expect_form(List{{1, "x"}}, R"([1,"x"])");
  expect_form(Tuple{{1}}, R"({"tuple":[1]})");
  expect_form(Set{{"b", 1}}, R"({"set":["b",1]})");
  expect_form(Set{{}, true}, R"({"frozenset":[]})");
  expect_form(Dict{{{"k", Tuple{}}}}, R"({"dict":[["k",{"tuple":[]}]]})");
  expect_form(ObjectValue{"generator", 3, {}}, R"({"object":"generator","ref":3})");
  expect_form(ObjectValue{"type", 3, "Person"}, R"({"name":"Person","object":"type","ref":3})");
  expect_form(TooDeep{}, R"({"deep":true})");
}

TEST(Wire, IsAsciiAsText) {
  EXPECT_EQ(encode_text("a\n\"\\\x01\x7F\u00e9\U0001f600"),
            R"("a\n\"\\\u0001\u007f\u00e9\ud83d\ude00")");
  EXPECT_EQ(encode_text(ObjectValue{"type", 3, "\u00e9"}),
            R"({"name":"\u00e9","object":"type","ref":3})");
}

TEST(Wire, SortsSetsByTheirItemsWithoutEscapes) {
  EXPECT_EQ(encode_text(Set{{"\u00e9", "a", "\\u", Set{{"\u00e9", "a"}}}}),
            R"({"set":["\\u","a","\u00e9",{"set":["a","\u00e9"]}]})");
}

TEST(Wire, EndsAChainOfErrorsAfterFour) {
  ErrorValue error;
  for (int i = 0; i < 9; ++i) error.cause = std::make_shared<const ErrorValue>(error);
  const auto causes = [](const std::string& text) {
    std::size_t count = 0;
    for (auto at = text.find("cause"); at != text.npos; at = text.find("cause", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(causes(encode_text(error)), 3U);
}

TEST(Wire, CarriesErrorsWithTheirChain) {
  const std::string text =
      R"({"error":{"args":["k"],"bases":["KeyError","object"],"cause":{"args":[],"bases":["E"],"type":"E"},)"
      R"("errno":2,"members":[{"args":[],"bases":["E"],"type":"E"}],"type":"KeyError"}})";
  const Value value = decode_text(text);
  EXPECT_EQ(encode(value).dump(), text);
  EXPECT_EQ(value.get_if<ErrorValue>()->errno_code, 2);
  EXPECT_EQ(encode_error(decode_error(encode(value)["error"])), encode(value)["error"]);
}

TEST(Wire, RefusesWhatIsNotTheOneForm) {
  expect_refused("9007199254740993", "beyond 2^53");
  expect_refused("-9007199254740993", "beyond 2^53");
  expect_refused("18446744073709551615", "beyond 2^53");
  expect_refused("3.0", "float");
  expect_refused("1e300", "float");
  expect_refused(R"({"int":"0x1f"})", "bare integer");
  expect_refused(R"({"int":"0x2000000000000F"})", "lower case");
  expect_refused(R"({"int":"0x00020000000000001"})", "no leading zero");
  expect_refused(R"({"int":"20000000000001"})", "hex");
  expect_refused(R"({"int":5})", "hex");
  expect_refused(R"({"float":"0.5"})", "bare number");
  expect_refused(R"({"float":"Infinity"})", "repr");
  expect_refused(R"({"float":"1e999"})", "repr");
  expect_refused(R"({"text":[97]})", "JSON string");
  expect_refused(R"({"text":[1114112]})", "code point");
  expect_refused(R"({"bytes":"e4b"})", "even");
  expect_refused(R"({"bytes":"E4"})", "lower case");
  expect_refused(R"({"dict":[[1,2,3]]})", "$.dict[0]");
  expect_refused(R"({"dict":[[1,{"nope":1}]]})", "$.dict[0][1]");
  expect_refused(R"({})", "one tag");
  expect_refused(R"({"tuple":[],"set":[]})", "one tag");
  expect_refused(R"({"object":"task"})", "ref");
  expect_refused(R"({"object":"task","ref":-1})", "ordinal");
  expect_refused(R"({"object":"task","ref":1,"name":"x"})", "classes");
  expect_refused(R"({"error":{"type":"E","bases":[],"args":[]}})", "bases");
  expect_refused(R"({"error":{"type":"E","bases":["E"],"args":[],"message":""}})", "keys");
  expect_refused(R"({"error":{"type":"E","bases":["E"],"args":[],"errno":99999999999}})", "errno");
  expect_refused(R"({"deep":1})", "true");
  expect_refused(R"({"file":"values/7"})", "file");
  expect_refused("[1,", "JSON");
  expect_refused("\"\xFF\"", "JSON");
  expect_refused("1e99999", "JSON");
}

Value nested(int levels) {
  Value value = 1;
  for (int i = 0; i < levels; ++i) value = List{{value}};
  return value;
}

TEST(Wire, MarksWhatIsDeeperThanTwentyLevels) {
  EXPECT_EQ(decode(encode(nested(20))), nested(20));
  EXPECT_THAT(encode_text(nested(21)), HasSubstr(R"([{"deep":true}])"));
  EXPECT_NO_THROW(decode(encode(nested(1000))));
}

TEST(Wire, RefusesDeepInputWithoutCrashing) {
  const std::size_t levels = 200'000;
  expect_refused(std::string(levels, '[') + std::string(levels, ']'), "20 levels");
}

TEST(Wire, ReadsLongValuesFromTheirFile) {
  const FileReader reader = [](const std::string& name) {
    EXPECT_EQ(name, "values/7");
    return R"({"tuple":[1]})";
  };
  EXPECT_EQ(decode_text(R"([{"file":"values/7"}])", reader), Value(List{{Tuple{{1}}}}));
}

TEST(Wire, FilesNeitherNestNorLeaveTheirFolder) {
  const FileReader again = [](const std::string&) { return R"({"file":"values/7"})"; };
  EXPECT_THROW(decode_text(R"({"file":"values/7"})", again), WireError);
  const FileReader folder = files_in(testing::TempDir());
  EXPECT_THROW(folder("values/../secret"), WireError);
  EXPECT_THROW(folder("/etc/passwd"), WireError);
  EXPECT_THROW(folder("values/4711"), WireError);
}

RC_GTEST_PROP(Wire, WhatIsEncodedDecodesToTheSame, ()) {
  const Value value = *arbitrary::wire_value(3);
  const Value back = decode_text(encode_text(value));
  RC_ASSERT(encode_text(back) == encode_text(value));
  RC_ASSERT(repr(back) == repr(value));
}

RC_GTEST_PROP(Wire, IsOneTextAndOneTree, ()) {
  const Value value = *arbitrary::wire_value(3);
  RC_ASSERT(encode_text(value) == encode(value).dump(-1, ' ', true));
}

RC_GTEST_PROP(Wire, NeverCrashesOnChangedText, (std::size_t where, char with)) {
  std::string text = encode_text(*arbitrary::wire_value(3));
  text[where % text.size()] = with;
  try {
    decode_text(text);
  } catch (const WireError& error) {
    RC_ASSERT(std::string(error.what()).size() > 0);
  }
}

}  // namespace
}  // namespace touchstone::wire
