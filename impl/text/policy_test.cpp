#include "impl/text/policy.h"

#include <gtest/gtest.h>

#include "impl/errors/hierarchy.h"
#include "impl/text/codec.h"

namespace text {
namespace {

using namespace std::string_literals;

const std::u32string greeted_world = U"Hello, \u4e16\u754c";

TEST(Policy, WhenEncoding) {
  EXPECT_EQ(encode(greeted_world, "ascii", "ignore"), "Hello, ");
  EXPECT_EQ(encode(greeted_world, "ascii", "replace"), "Hello, ??");
  EXPECT_EQ(encode(greeted_world, "ascii", "backslashreplace"), "Hello, \\u4e16\\u754c");
  EXPECT_EQ(encode(U"\xe9\U0001f600", "ascii", "backslashreplace"), "\\xe9\\U0001f600");
  EXPECT_EQ(encode(greeted_world, "latin-1", "xmlcharrefreplace"), "Hello, &#19990;&#30028;");
  EXPECT_EQ(encode(U"a\xd800", "utf-16-le", "replace"), "a\0?\0"s);
}

TEST(Policy, WhenDecoding) {
  EXPECT_EQ(decode("a\xe4\xb8"
                   "a",
                   "utf-8", "ignore"),
            U"aa");
  EXPECT_EQ(decode("\xff\xe4\xb8", "utf-8", "replace"), U"\ufffd\ufffd");
  EXPECT_EQ(decode("\xc0\x80", "utf-8", "replace"), U"\ufffd\ufffd");
  EXPECT_EQ(decode("\xed\xa0\x80", "utf-8", "replace"), U"\ufffd\ufffd\ufffd");
  EXPECT_EQ(decode("\xf4\x90\x80\x80", "utf-8", "replace"), U"\ufffd\ufffd\ufffd\ufffd");
  EXPECT_EQ(decode("\xff\xe4\xb8", "utf-8", "backslashreplace"), U"\\xff\\xe4\\xb8");
  EXPECT_THROW(decode("\xff", "utf-8", "xmlcharrefreplace"), errors::TypeError);
}

TEST(Policy, SurrogatepassWritesAndReadsSurrogatesInAnyUtf) {
  const std::u32string lone = U"a\xd800z";
  EXPECT_EQ(encode(lone, "utf-8", "surrogatepass"), "a\xed\xa0\x80z");
  for (const auto* const encoding : {"utf-8", "utf-16", "utf-16-be", "utf-32-le"}) {
    EXPECT_EQ(decode(encode(lone, encoding, "surrogatepass"), encoding, "surrogatepass"), lone)
        << encoding;
  }
  EXPECT_THROW(encode(lone, "ascii", "surrogatepass"), errors::UnicodeEncodeError);
  EXPECT_THROW(decode("\xff", "utf-8", "surrogatepass"), errors::UnicodeDecodeError);
}

TEST(Policy, SurrogateescapeStopsAtWhatIsNoEscape) {
  try {
    encode(U"a\xdc80\xd800", "utf-8", "surrogateescape");
    ADD_FAILURE() << "U+D800 is no escape";
  } catch (const errors::UnicodeEncodeError& error) {
    EXPECT_EQ(error.fault.start, 2u);
  }
  EXPECT_THROW(encode(U"\xdc80", "utf-16", "surrogateescape"), errors::UnicodeEncodeError)
      << "half a code unit";
}

TEST(Policy, IsLookedUpOnlyWhenItIsNeeded) {
  EXPECT_EQ(encode(U"a", "ascii", "nosuch"), "a");
  EXPECT_THROW(encode(U"\xe9", "ascii", "nosuch"), errors::LookupError);
  EXPECT_THROW(decode("\xff", "utf-8", "nosuch"), errors::LookupError);
}

}  // namespace
}  // namespace text
