#include <gtest/gtest.h>

#include "impl/text/codecs.h"

namespace text {
namespace {

TEST(Gbk, DecodingUndoesEncodingForEveryCharacterItHas) {
  std::size_t characters = 0;
  for (char32_t point = 0; point < 0x10000; ++point) {
    std::string bytes;
    if (!encode_gbk(point, bytes)) continue;
    ++characters;
    const Decoded decoded = decode_gbk(bytes, 0);
    ASSERT_EQ(decoded.point, point);
    ASSERT_EQ(decoded.length, bytes.size());
  }
  EXPECT_EQ(characters, 21919u) << "128 of one byte and 21,791 of two";
}

TEST(Gbk, HasPythonsPunctuation) {
  EXPECT_EQ(decode_gbk("\xa1\xa4", 0).point, U'\u00b7');
  EXPECT_EQ(decode_gbk("\xa1\xaa", 0).point, U'\u2014');
  EXPECT_EQ(decode_gbk("\xa8\x44", 0).point, U'\u2015');
}

}  // namespace
}  // namespace text
