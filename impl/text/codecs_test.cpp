#include "impl/text/codecs.h"

#include <gtest/gtest.h>

#include "impl/errors/hierarchy.h"

namespace text {
namespace {

TEST(FindCodec, KnowsAliasesInAnySpelling) {
  for (const auto* const name : {"utf-8", "utf8", "UTF_8", "U8", "Utf 8", "-utf--8-", "cp65001"}) {
    EXPECT_EQ(find_codec(name).name, "utf-8") << name;
  }
  for (const auto* const name : {"latin1", "iso-8859-1", "ISO8859-1", "L1", "latin_1"}) {
    EXPECT_EQ(find_codec(name).name, "latin-1") << name;
  }
  for (const auto* const name : {"us-ascii", "646", "ANSI_X3.4-1968", "iso_646.irv:1991"}) {
    EXPECT_EQ(find_codec(name).name, "ascii") << name;
  }
  EXPECT_EQ(find_codec("UTF16").name, "utf-16");
  EXPECT_EQ(find_codec("utf-16LE").name, "utf-16-le");
  EXPECT_EQ(find_codec("cp936").name, "gbk");
}

TEST(FindCodec, RefusesWhatItDoesNotKnow) {
  for (const auto* const name : {"", "nosuch", "utf.8", "utf-9", "gb k", "unicodebig"}) {
    EXPECT_THROW(find_codec(name), errors::LookupError) << name;
  }
}

}  // namespace
}  // namespace text
