#include "conformance/subjects/readable.h"

#include <gtest/gtest.h>

namespace touchstone {
namespace {

TEST(Readable, LeavesTextAlone) {
  EXPECT_EQ(readable("a\tb\n\xc3\xa9\xf0\x9f\x90\x8d"), "a\tb\n\xc3\xa9\xf0\x9f\x90\x8d");
}

TEST(Readable, ShowsWhatIsNoTextAsBytes) {
  EXPECT_EQ(readable("\xff\xc3("), "\\xff\\xc3(");
  EXPECT_EQ(readable("\x1b[31m\r\x7f"), "\\x1b[31m\\x0d\\x7f");
  EXPECT_EQ(readable(std::string_view("\0", 1)), "\\x00");
  EXPECT_EQ(readable("\xc2\x9b"), "\\xc2\\x9b") << "a control sequence to some terminals";
}

}  // namespace
}  // namespace touchstone
