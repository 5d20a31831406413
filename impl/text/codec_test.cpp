#include "impl/text/codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "impl/errors/hierarchy.h"

namespace text {
namespace {

using namespace std::string_literals;

const std::u32string greeting = U"Hello, \u4e16\u754c";
const std::string greeting_utf8 = "Hello, \xe4\xb8\x96\xe7\x95\x8c";

TEST(Encode, TheNamedSetDecidesTheBytes) {
  EXPECT_EQ(encode(greeting), greeting_utf8);
  EXPECT_EQ(encode(greeting, "gbk"), "Hello, \xca\xc0\xbd\xe7");
  EXPECT_EQ(encode(greeting, "utf-16-le").size(), 18u);
  EXPECT_EQ(encode(greeting, "utf-16").size(), 20u);
  EXPECT_EQ(encode(greeting, "utf-32").size(), 40u);
  EXPECT_EQ(encode(U"\U0001f600", "utf-16-be"), "\xd8\x3d\xde\x00"s);
}

TEST(Encode, WritesAMarkWhereTheNameLeavesTheOrderOpen) {
  EXPECT_EQ(encode(U"", "utf-16"), "\xff\xfe");
  EXPECT_EQ(encode(U"", "utf-32"), "\xff\xfe\0\0"s);
  EXPECT_EQ(encode(U"", "utf-16-le"), "");
  EXPECT_EQ(encode(U""), "");
}

struct EncodeFailure {
  std::u32string text;
  std::string encoding;
  std::size_t start;
  std::size_t end;
};

TEST(Encode, ReportsWhatItLacksAndWhere) {
  for (const auto& [text, encoding, start, end] :
       {EncodeFailure{greeting, "ascii", 7, 9}, EncodeFailure{greeting, "latin-1", 7, 9},
        EncodeFailure{U"a\U0001f600\U0001f600", "gbk", 1, 2},
        EncodeFailure{U"ab\xd800\xd801z", "utf-8", 2, 4},
        EncodeFailure{U"ab\xd800\xd801z", "utf-16", 2, 3},
        EncodeFailure{U"\xdfff", "utf-32-be", 0, 1}}) {
    try {
      encode(text, encoding);
      ADD_FAILURE() << encoding << " encoded what it lacks";
    } catch (const errors::UnicodeEncodeError& error) {
      EXPECT_EQ(error.fault.encoding, encoding);
      EXPECT_EQ(error.fault.start, start) << encoding;
      EXPECT_EQ(error.fault.end, end) << encoding;
      EXPECT_EQ(error.fault.object, text);
    }
  }
}

struct DecodeFailure {
  std::string bytes;
  std::string encoding;
  std::string reported_encoding;
  std::size_t start;
  std::size_t end;
  std::string reason;
};

TEST(Decode, ReportsTheMaximalIllFormedPart) {
  for (const auto& [bytes, encoding, reported, start, end, reason] : {
           DecodeFailure{"a\xff", "utf-8", "utf-8", 1, 2, "invalid start byte"},
           DecodeFailure{"\xc0\x80", "utf-8", "utf-8", 0, 1, "invalid start byte"},
           DecodeFailure{"\xe0\x80\x80", "utf-8", "utf-8", 0, 1, "invalid continuation byte"},
           DecodeFailure{"\xed\xa0\x80", "utf-8", "utf-8", 0, 1, "invalid continuation byte"},
           DecodeFailure{"\xf4\x90\x80\x80", "utf-8", "utf-8", 0, 1, "invalid continuation byte"},
           DecodeFailure{"\xf0\x9f\x98x", "utf-8", "utf-8", 0, 3, "invalid continuation byte"},
           DecodeFailure{"\xe4\xb8", "utf-8", "utf-8", 0, 2, "unexpected end of data"},
           DecodeFailure{"\xf0\x9f\x98", "utf-8", "utf-8", 0, 3, "unexpected end of data"},
           DecodeFailure{"\x80", "ascii", "ascii", 0, 1, "ordinal not in range(128)"},
           DecodeFailure{"\xff\xfe"s + "a\0\0\xd8"s, "utf-16", "utf-16-le", 4, 6,
                         "unexpected end of data"},
           DecodeFailure{"\0\xd8"s + "a\0"s, "utf-16-le", "utf-16-le", 0, 2,
                         "illegal UTF-16 surrogate"},
           DecodeFailure{"\0\xdc"s, "utf-16", "utf-16-le", 0, 2, "illegal encoding"},
           DecodeFailure{"a\0b"s, "utf-16", "utf-16-le", 2, 3, "truncated data"},
           DecodeFailure{"\xfe\xff\xd8\0\0"s, "utf-16", "utf-16-be", 2, 5,
                         "unexpected end of data"},
           DecodeFailure{"a\0\0\0\0\0\x11\0"s, "utf-32-le", "utf-32-le", 4, 8,
                         "code point not in range(0x110000)"},
           DecodeFailure{"a\0\0\0\0\0"s, "utf-32", "utf-32-le", 4, 6, "truncated data"},
           DecodeFailure{"\x81", "gbk", "gbk", 0, 1, "incomplete multibyte sequence"},
           DecodeFailure{"\x81 ", "gbk", "gbk", 0, 1, "illegal multibyte sequence"},
       }) {
    try {
      decode(bytes, encoding);
      ADD_FAILURE() << encoding << " decoded what is ill-formed: " << reason;
    } catch (const errors::UnicodeDecodeError& error) {
      EXPECT_EQ(error.fault.encoding, reported);
      EXPECT_EQ(error.fault.start, start) << reason;
      EXPECT_EQ(error.fault.end, end) << reason;
      EXPECT_EQ(error.fault.reason, reason);
    }
  }
}

TEST(Decode, NeverGuesses) {
  EXPECT_EQ(decode(greeting_utf8), greeting);
  EXPECT_EQ(decode(greeting_utf8, "latin-1").size(), 13u);
  EXPECT_THROW(decode(greeting_utf8, "ascii"), errors::UnicodeDecodeError);
  EXPECT_EQ(decode("\xef\xbb\xbf"
                   "a"),
            U"\ufeff"
            U"a");
}

TEST(Decode, OfNothingAsksForNothing) {
  EXPECT_EQ(decode("", "no such set"), U"");
  EXPECT_THROW(decode("a", "no such set"), errors::LookupError);
  EXPECT_THROW(encode(U"", "no such set"), errors::LookupError);
}

char32_t scalar(std::uint32_t seed) {
  const char32_t point = seed % 0x110000;
  return point >= 0xd800 && point <= 0xdfff ? point - 0x800 : point;
}

RC_GTEST_PROP(Codec, DecodeUndoesEncode, (const std::vector<std::uint32_t>& seeds)) {
  std::u32string text;
  for (const auto seed : seeds) text.push_back(scalar(seed));
  for (const auto* const encoding :
       {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}) {
    RC_ASSERT(decode(encode(text, encoding), encoding) == text);
  }
}

RC_GTEST_PROP(Codec, SurrogateescapeKeepsAnyBytes, (const std::vector<std::uint8_t>& raw)) {
  const std::string bytes(raw.begin(), raw.end());
  for (const auto* const encoding : {"utf-8", "ascii", "latin-1"}) {
    RC_ASSERT(encode(decode(bytes, encoding, "surrogateescape"), encoding, "surrogateescape") ==
              bytes);
  }
}

RC_GTEST_PROP(Codec, ReplaceAlwaysDecodes, (const std::vector<std::uint8_t>& raw)) {
  const std::string bytes(raw.begin(), raw.end());
  for (const auto* const encoding : {"utf-8", "utf-16", "utf-32", "ascii", "gbk"}) {
    RC_ASSERT(decode(bytes, encoding, "replace").size() <= bytes.size());
  }
}

}  // namespace
}  // namespace text
