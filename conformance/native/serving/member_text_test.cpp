#include "conformance/native/serving/member_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace touchstone::native {
namespace {

using namespace std::string_view_literals;
using testing::Optional;

TEST(MemberText, IsTheValueAsItStands) {
  EXPECT_THAT(member_text(R"({"a":{"b":[1,"x"]},"c":2})", "a"), Optional(R"({"b":[1,"x"]})"sv));
  EXPECT_THAT(member_text(R"({"a":{"b":[1,"x"]},"c":2})", "c"), Optional("2"sv));
  EXPECT_THAT(member_text(R"({"a":null})", "a"), Optional("null"sv));
  EXPECT_THAT(member_text("\t{ \"c\" : 2 ,\n \"a\" : [ ] }", "a"), Optional(" [ ] "sv));
}

TEST(MemberText, LooksIntoNoOtherValue) {
  EXPECT_THAT(member_text(R"({"c":{"a":1},"d":["a",2],"a":3})", "a"), Optional("3"sv));
  EXPECT_THAT(member_text(R"({"c":"\"a\":1,}","a":3})", "a"), Optional("3"sv));
  EXPECT_THAT(member_text(R"({"c":"\\","a":"\\\"}"})", "a"), Optional(R"("\\\"}")"sv));
  EXPECT_THAT(member_text(R"({"":"","a":""})", "a"), Optional(R"("")"sv));
}

TEST(MemberText, IsNotThere) {
  for (const char* text : {"", " ", "[]", R"(["a"])", "{}", R"({"b":1})", R"({"b":{"a":1}})",
                           R"({"b":"a"})", "null", R"("a")"}) {
    EXPECT_EQ(member_text(text, "a"), std::nullopt) << text;
  }
}

TEST(MemberText, OfNoJsonIsNoneOrAnything) {
  const std::string text = R"({"b":["\\","x\""],"a":{"c":[{}]}})";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto cut = text.substr(0, size);
    if (const auto found = member_text(cut, "a")) {
      EXPECT_EQ(*found, R"({"c":[{}]})") << cut;
    }
  }
  for (const char* broken : {"{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\" 1}",
                             "{a:1}", "{\"b\":1 \"a\":2}", "{\"b\":1]\"a\":2}"}) {
    EXPECT_EQ(member_text(broken, "a"), std::nullopt) << broken;
  }
}

}  // namespace
}  // namespace touchstone::native
