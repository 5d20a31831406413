#include <gtest/gtest.h>

#include "conformance/scenario/parse.h"

namespace touchstone::scenario {
namespace {

TEST(Dedent, RemovesWhatAllLinesShare) {
  EXPECT_EQ(dedent("\n    a\n      b\n    c\n"), "\na\n  b\nc\n");
  EXPECT_EQ(dedent("a\n  b"), "a\n  b");
  EXPECT_EQ(dedent(""), "");
}

TEST(Dedent, BlankLinesNeitherCountNorKeepTheirSpaces) {
  EXPECT_EQ(dedent("    a\n  \n\n    b\n   "), "a\n\n\nb\n");
}

TEST(Dedent, TabsAndSpacesShareNothing) { EXPECT_EQ(dedent("\ta\n    b\n"), "\ta\n    b\n"); }

}  // namespace
}  // namespace touchstone::scenario
