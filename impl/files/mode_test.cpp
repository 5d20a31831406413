#include "impl/files/mode.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "impl/errors/hierarchy.h"

namespace files {
namespace {

TEST(ParseMode, DirectionsAndKind) {
  EXPECT_TRUE(parse_mode("r").reads);
  EXPECT_FALSE(parse_mode("r").writes);
  EXPECT_FALSE(parse_mode("r").binary);
  EXPECT_FALSE(parse_mode("wb").reads);
  EXPECT_TRUE(parse_mode("wb").writes);
  EXPECT_TRUE(parse_mode("wb").binary);
  EXPECT_TRUE(parse_mode("r+").writes);
  EXPECT_TRUE(parse_mode("a+").reads);
}

TEST(ParseMode, CreationFlags) {
  EXPECT_EQ(parse_mode("w").open_flags, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
  EXPECT_EQ(parse_mode("x").open_flags, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
  EXPECT_EQ(parse_mode("r+b").open_flags, O_RDWR | O_CLOEXEC);
}

TEST(ParseMode, RefusesWhatIsNoMode) {
  for (const char* const mode : {"", "q", "rw", "rr", "b", "rbt", "r++", "t"}) {
    EXPECT_THROW(parse_mode(mode), errors::ValueError) << mode;
  }
}

}  // namespace
}  // namespace files
