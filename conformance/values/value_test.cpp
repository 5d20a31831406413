#include "conformance/values/value.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "conformance/values/arbitrary_value.h"

namespace touchstone {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Value, NumbersAreEqualAcrossKindsAsInPython) {
  EXPECT_EQ(Value(true), Value(1));
  EXPECT_EQ(Value(1), Value(1.0));
  EXPECT_EQ(Value(false), Value(-0.0));
  EXPECT_FALSE(Value(1) == Value(1.5));
  EXPECT_FALSE(Value(Integer("9007199254740993")) == Value(9007199254740992.0));
  EXPECT_FALSE(Value(0) == Value(infinity));
}

TEST(Value, NanEqualsNothing) {
  EXPECT_FALSE(Value(nan) == Value(nan));
  EXPECT_FALSE(Value(List{{nan}}) == Value(List{{nan}}));
  EXPECT_FALSE(Value(Set{{nan}}) == Value(Set{{nan}}));
}

TEST(Value, KindsThatPythonKeepsApartAreDifferent) {
  EXPECT_FALSE(Value("a") == Value(Bytes{"a"}));
  EXPECT_FALSE(Value(List{}) == Value(Tuple{}));
  EXPECT_FALSE(Value() == Value(false));
  EXPECT_FALSE(Value(Set{}) == Value(Dict{}));
}

TEST(Value, SetsCompareWithoutOrderAndHoldEachItemOnce) {
  EXPECT_EQ(Value(Set{{1, 2.0, "x", 2}}), Value(Set{{"x", 2, true}, true}));
  EXPECT_EQ(Value(Set{{1, true, 1.0}}).get_if<Set>()->items.size(), 1u);
}

TEST(Value, DictsCompareWithoutOrderAndKeepTheLastValueOfAKey) {
  EXPECT_EQ(Value(Dict{{{1, "a"}, {2, "b"}}}), Value(Dict{{{2.0, "b"}, {true, "z"}, {1, "a"}}}));
  EXPECT_FALSE(Value(Dict{{{1, "a"}}}) == Value(Dict{{{1, "b"}}}));
  const Value repeated = Dict{{{1, "a"}, {2, "b"}, {1, "c"}}};
  EXPECT_EQ(repr(repeated), "{1: 'c', 2: 'b'}");
}

TEST(Value, ObjectsAreTheSameByKindAndOrdinal) {
  EXPECT_EQ(Value(ObjectValue{"task", 3, {}}), Value(ObjectValue{"task", 3, {}}));
  EXPECT_FALSE(Value(ObjectValue{"task", 3, {}}) == Value(ObjectValue{"task", 4, {}}));
}

TEST(Value, AnErrorIsItsTypeAndItsBases) {
  const ErrorValue error{"KeyError", {"KeyError", "LookupError", "object"}, {}, {}, {}, {}, {}};
  EXPECT_TRUE(error.is("KeyError"));
  EXPECT_TRUE(error.is("LookupError"));
  EXPECT_FALSE(error.is("OSError"));
}

TEST(Value, TextIsUtf8OrRefused) {
  EXPECT_EQ(Value("\xC3\xA9").get_if<Text>()->points, U"\u00e9");
  EXPECT_THROW(Value("\xC3"), std::invalid_argument);
}

TEST(Value, VectorsAreLists) {
  EXPECT_EQ(Value(std::vector<int>{1, 2}), Value(List{{1, 2}}));
  EXPECT_EQ(Value(std::vector<std::string>{"a"}), Value(List{{"a"}}));
}

TEST(Repr, IsPythons) {
  EXPECT_EQ(repr(Value()), "None");
  EXPECT_EQ(repr(true), "True");
  EXPECT_EQ(repr(-12), "-12");
  EXPECT_EQ(repr("it's"), "\"it's\"");
  EXPECT_EQ(repr("it's \"so\"\n"), "'it\\'s \"so\"\\n'");
  EXPECT_EQ(repr(Bytes{std::string("a\0\xff'", 4)}), "b\"a\\x00\\xff'\"");
  EXPECT_EQ(repr(Text{std::u32string{0x4E16, 0xD800, 0x1F600, 0x200B}}),
            "'\xE4\xB8\x96\\ud800\xF0\x9F\x98\x80\\u200b'");
  EXPECT_EQ(repr(Tuple{{1}}), "(1,)");
  EXPECT_EQ(repr(Tuple{{1, List{{2}}}}), "(1, [2])");
  EXPECT_EQ(repr(Set{}), "set()");
  EXPECT_EQ(repr(Set{{1}, true}), "frozenset({1})");
  EXPECT_EQ(repr(Dict{{{"a", 1}}}), "{'a': 1}");
  EXPECT_EQ(repr(ObjectValue{"generator", 3, {}}), "<generator #3>");
}

TEST(Repr, OfFloatsIsPythons) {
  const std::pair<double, const char*> cases[] = {{3.0, "3.0"},
                                                  {-0.0, "-0.0"},
                                                  {0.1, "0.1"},
                                                  {1e16, "1e+16"},
                                                  {1e15, "1000000000000000.0"},
                                                  {1e-4, "0.0001"},
                                                  {1.5e-5, "1.5e-05"},
                                                  {1e300, "1e+300"},
                                                  {123.456, "123.456"},
                                                  {infinity, "inf"},
                                                  {nan, "nan"}};
  for (const auto& [number, expected] : cases) EXPECT_EQ(repr(number), expected);
}

TEST(Repr, OfHugeIntegersIsHexadecimal) {
  EXPECT_EQ(repr(Integer(Integer(1) << 20000)).substr(0, 5), "0x100");
}

RC_GTEST_PROP(Value, EqualsItselfUnlessItHoldsNan, ()) {
  const Value value = *arbitrary::wire_value(3);
  RC_ASSERT((value == value) == (repr(value).find("nan") == std::string::npos));
}

}  // namespace
}  // namespace touchstone
