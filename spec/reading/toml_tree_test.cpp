#include "spec/reading/toml_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace touchstone::spec {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Node parsed(std::string_view text) {
  std::vector<Problem> problems;
  auto tree = parse_toml("sample.toml", text, problems);
  EXPECT_THAT(problems, IsEmpty());
  return tree.value_or(Node{});
}

TEST(TomlTree, KeepsValuesAndTheirLines) {
  const Node tree = parsed("a = \"x\"\n\n[[b]]\nc = [\n1,\n\"y\"]\n");
  EXPECT_EQ(std::get<std::string>(tree.find("a")->value), "x");
  const auto& tables = std::get<Node::Array>(tree.find("b")->value);
  ASSERT_THAT(tables, SizeIs(1));
  EXPECT_EQ(tables[0].line, 3);
  const auto& list = std::get<Node::Array>(tables[0].find("c")->value);
  ASSERT_THAT(list, SizeIs(2));
  EXPECT_EQ(std::get<std::int64_t>(list[0].value), 1);
  EXPECT_EQ(list[1].line, 6);
}

TEST(TomlTree, NamesKinds) {
  const Node tree = parsed("i = 1\nt = \"x\"\nl = []\nm = {}\nf = 1.5\nb = true\nd = 1979-05-27\n");
  const auto kind = [&](const char* key) { return kind_of(*tree.find(key)); };
  EXPECT_EQ(kind("i"), "a whole number");
  EXPECT_EQ(kind("t"), "a text");
  EXPECT_EQ(kind("l"), "a list");
  EXPECT_EQ(kind("m"), "a table");
  for (const char* key : {"f", "b", "d"})
    EXPECT_EQ(kind(key), "neither text nor whole number") << key;
}

TEST(TomlTree, TellsWhereTheTextIsNoToml) {
  std::vector<Problem> problems;
  EXPECT_FALSE(parse_toml("sample.toml", "a = 1\nb = \n", problems).has_value());
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].at, (Position{"sample.toml", 2}));
}

TEST(TomlTree, SurvivesDeepNesting) {
  std::vector<Problem> problems;
  EXPECT_FALSE(parse_toml("sample.toml", "a = " + std::string(100'000, '['), problems).has_value());
  EXPECT_THAT(problems, SizeIs(1));
}

RC_GTEST_PROP(TomlTree, NeverThrows, (const std::string& bytes)) {
  std::vector<Problem> problems;
  const bool accepted = parse_toml("sample.toml", bytes, problems).has_value();
  RC_ASSERT(accepted == problems.empty());
}

}  // namespace
}  // namespace touchstone::spec
