#include "conformance/scenario/tree_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(TreeJson, MirrorsAst) {
  const json expected = json::parse(R"({"node":"Module","body":[
    {"node":"Assign","line":1,"column":0,"targets":[{"node":"Name","id":"x","line":1,"column":0}],
     "value":{"node":"Compare","line":1,"column":4,"left":{"node":"Name","id":"a","line":1,"column":4},"ops":["NotIn"],
              "comparators":[{"node":"Constant","value":{"float":"1.0"},"line":1,"column":13}]}}]})");
  EXPECT_EQ(encode(parse("x = a not in 1.0")), expected);
}

TEST(TreeJson, HasNullForWhatIsAbsentAndListsAlways) {
  const json tree = encode(parse("def f(): return"));
  const json& function = tree["body"][0];
  EXPECT_EQ(function["decorator_list"], json::array());
  EXPECT_EQ(function["args"]["vararg"], nullptr);
  EXPECT_EQ(function["args"]["node"], "arguments");
  EXPECT_EQ(function["body"][0]["value"], nullptr);
}

TEST(TreeJson, IsOneLineOfAscii) {
  const std::string text = encode_text(parse("plain = [\"a\\n\", 'é']\n"));
  EXPECT_THAT(text, HasSubstr(R"("value":"\u00e9")"));
  EXPECT_TRUE(std::ranges::all_of(text, [](char byte) { return byte >= ' ' && byte <= '~'; }));
}

struct Bad {
  const char* text;
  const char* says;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.text; }

class BadTree : public testing::TestWithParam<Bad> {};

TEST_P(BadTree, IsRefusedWithItsPlace) {
  try {
    decode_tree_text(GetParam().text);
    ADD_FAILURE() << "accepted";
  } catch (const TreeError& error) {
    EXPECT_THAT(error.what(), HasSubstr(GetParam().says));
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, BadTree,
    testing::Values(
        Bad{"[1", "not JSON"}, Bad{"[1e99999]", "not JSON"},
        Bad{"[]", "tree at $: found an array of 0, expected a node"}, Bad{"{}", "\"node\""},
        Bad{R"({"node":"Pass"})", "Module"}, Bad{R"({"node":"Module"})", "\"body\""},
        Bad{R"({"node":"Module","body":[],"extra":1})", "other keys"},
        Bad{R"({"node":"Module","body":{}})", "$.body"},
        Bad{R"({"node":"Module","body":[{"node":"Nope"}]})", "$.body[0]"},
        Bad{R"({"node":"Module","body":[{"node":"Name","id":"a"}]})", "a statement's node"},
        Bad{R"({"node":"Module","body":[{"node":"Expr","value":{"node":"Pass"}}]})",
            "$.body[0].value"},
        Bad{R"({"node":"Module","body":[{"node":"Expr","value":{"node":"Name","id":1}}]})",
            "$.body[0].value.id"},
        Bad{R"({"node":"Module","body":[{"node":"Expr","value":null}]})", "a node"},
        Bad{R"({"node":"Module","body":[{"node":"Expr","value":{"node":"Constant","value":1.0}}]})",
            "a constant"},
        Bad{R"({"node":"Module","body":[{"node":"Pass","line":0,"column":0}]})", "line from 1"},
        Bad{R"({"node":"Module","body":[{"node":"Pass","line":1}]})", "other keys"},
        Bad{R"({"node":"Module","body":[{"node":"AugAssign","target":{"node":"Name","id":"a"},"op":"Plus","value":{"node":"Name","id":"a"}}]})",
            "operator"}));

TEST(TreeJson, RefusesDeepTreesWithoutCrashing) {
  std::string text = R"({"node":"Module","body":[{"node":"Expr","value":)";
  for (int i = 0; i < 100'000; ++i) text += R"({"node":"Await","value":)";
  EXPECT_THROW(
      decode_tree_text(text + R"({"node":"Name","id":"a"})" + std::string(100'000, '}') + "}]}"),
      TreeError);
}

}  // namespace
}  // namespace touchstone::scenario
