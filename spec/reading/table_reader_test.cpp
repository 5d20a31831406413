#include "spec/reading/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::spec {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class TableReaderTest : public ::testing::Test {
 protected:
  TableReader reader(std::string_view text) {
    tree_ = parse_toml("sample.toml", text, problems_).value_or(Node{1, Node::Table{}});
    return TableReader("sample.toml", tree_, problems_);
  }

  std::vector<Problem> problems_;
  Node tree_;
};

TEST_F(TableReaderTest, ReadsWhatIsThere) {
  TableReader table = reader(
      "name = \"x\"\nlist = [\"a\", \"b\"]\nn = 7\nlines = \"3-4\"\nkind = "
      "\"error\"\n[[row]]\n[[row]]\n");
  EXPECT_EQ(table.text("name"), "x");
  EXPECT_THAT(values_of(table.texts("list")), ElementsAre("a", "b"));
  EXPECT_EQ(table.count("n"), 7);
  EXPECT_EQ(table.lines("lines"), (LineRange{3, 4}));
  EXPECT_EQ(table.one_of<Kind>("kind"), Kind::error);
  EXPECT_THAT(table.tables("row"), SizeIs(2));
  table.refuse_other_keys();
  EXPECT_THAT(problems_, IsEmpty());
}

TEST_F(TableReaderTest, TakesAbsentOptionalKeysForEmpty) {
  TableReader table = reader("");
  EXPECT_EQ(table.text("name", Presence::optional), "");
  EXPECT_THAT(table.texts("list", Presence::optional), IsEmpty());
  EXPECT_THAT(table.tables("row", Presence::optional), IsEmpty());
  EXPECT_THAT(problems_, IsEmpty());
}

TEST_F(TableReaderTest, RefusesEachKeyThatWasNotAskedFor) {
  TableReader table = reader("a = 1\nb = 2\nc = \"x\"\n");
  table.text("c");
  table.refuse_other_keys();
  ASSERT_THAT(problems_, SizeIs(2));
  EXPECT_EQ(to_string(problems_[1]),
            "sample.toml:2: b: unknown key, did you mean c?; expected one of c");
}

TEST_F(TableReaderTest, GoesOnAfterAProblem) {
  TableReader table = reader("a = 1\nb = \"x\"\n");
  EXPECT_EQ(table.text("a"), "");
  EXPECT_EQ(table.text("missing"), "");
  EXPECT_EQ(table.text("b"), "x");
  EXPECT_THAT(problems_, SizeIs(2));
}

TEST_F(TableReaderTest, GivesListElementsTheirOwnLines) {
  TableReader table = reader("list = [\n\"a\",\n\"b\",\n]\n");
  const auto texts = table.texts("list");
  ASSERT_THAT(texts, SizeIs(2));
  EXPECT_EQ(texts[1].line, 3);
}

}  // namespace
}  // namespace touchstone::spec
