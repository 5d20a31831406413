#include "conformance/subjects/line_reader.h"

#include <gtest/gtest.h>

#include "conformance/subjects/tail.h"

namespace touchstone {
namespace {

TEST(LineReader, GivesWholeLinesHoweverTheyCome) {
  LineReader reader(10);
  reader.append("on");
  EXPECT_FALSE(reader.next());
  reader.append("e\ntwo\n\nth");
  EXPECT_EQ(reader.next(), "one");
  EXPECT_EQ(reader.next(), "two");
  EXPECT_EQ(reader.next(), "");
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.rest(), "th");
  reader.append("ree\n");
  EXPECT_EQ(reader.next(), "three");
  EXPECT_EQ(reader.rest(), "");
}

TEST(LineReader, TakesTheLongestLineAndNoLonger) {
  LineReader reader(3);
  reader.append("abc\n");
  EXPECT_EQ(reader.next(), "abc");
  reader.append("abcd\n");
  EXPECT_FALSE(reader.next());
  EXPECT_TRUE(reader.is_overlong());
}

TEST(LineReader, NeedsNoNewlineToSeeThatALineIsTooLong) {
  LineReader reader(3);
  reader.append("abc");
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(reader.is_overlong());
  reader.append("d");
  EXPECT_FALSE(reader.next());
  EXPECT_TRUE(reader.is_overlong());
}

TEST(Tail, KeepsTheEndAndSaysWhatIsMissing) {
  Tail tail(4);
  tail.append("abc");
  EXPECT_EQ(tail.text(), "abc");
  for (int i = 0; i < 100; ++i) tail.append("0123456789");
  EXPECT_EQ(tail.text(), "[999 bytes before]\n6789");
  tail.clear();
  EXPECT_EQ(tail.text(), "");
}

}  // namespace
}  // namespace touchstone
