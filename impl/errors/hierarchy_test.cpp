#include "impl/errors/hierarchy.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace errors {
namespace {

TEST(Hierarchy, IsVisibleToTypedHandlers) {
  EXPECT_THROW(throw KeyError("k"), LookupError);
  EXPECT_THROW(throw UnicodeDecodeError({"utf-8", "\xff", 0, 1, "invalid start byte"}), ValueError);
  EXPECT_THROW(throw BrokenPipeError(EPIPE), ConnectionError);
  EXPECT_THROW(throw OverflowError("too large"), ArithmeticError);
}

TEST(OSError, CarriesAMessageWhereAComponentRaisesIt) {
  const TimeoutError error("2 (of 3) futures unfinished");
  EXPECT_STREQ(error.what(), "2 (of 3) futures unfinished");
  EXPECT_EQ(error.error_number, 0);
  EXPECT_TRUE(error.is("OSError"));
}

TEST(UnicodeErrors, SayWhatStandsWhere) {
  EXPECT_STREQ(UnicodeDecodeError({"utf-8", "a\xff", 1, 2, "invalid start byte"}).what(),
               "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
  EXPECT_STREQ(UnicodeDecodeError({"utf-8", "\xe4\xb8", 0, 2, "unexpected end of data"}).what(),
               "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data");
  EXPECT_STREQ(
      UnicodeEncodeError({"ascii", U"\u4e16", 0, 1, "ordinal not in range(128)"}).what(),
      "'ascii' codec can't encode character '\\u4e16' in position 0: ordinal not in range(128)");
  EXPECT_STREQ(
      UnicodeEncodeError({"ascii", U"\xe9", 0, 1, "ordinal not in range(128)"}).what(),
      "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)");
}

std::string_view raised_for(int error_number) {
  try {
    raise_os_error(error_number);
  } catch (const OSError& error) {
    EXPECT_EQ(error.error_number, error_number);
    return error.name();
  }
}

TEST(RaiseOsError, PicksTheSubclassOfTheCode) {
  EXPECT_EQ(raised_for(EPIPE), "BrokenPipeError");
  EXPECT_EQ(raised_for(EAGAIN), "BlockingIOError");
  EXPECT_EQ(raised_for(ENOENT), "FileNotFoundError");
  EXPECT_EQ(raised_for(EBADF), "OSError");
}

TEST(UnsupportedOperation, IsAnOsErrorAndAValueError) {
  const UnsupportedOperation error("not readable");
  EXPECT_TRUE(error.is("OSError"));
  EXPECT_TRUE(error.is("ValueError"));
  EXPECT_STREQ(error.what(), "not readable");
}

}  // namespace
}  // namespace errors
