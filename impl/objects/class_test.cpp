#include "impl/objects/class.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/objects/instance.h"

namespace objects {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using IntClass = Class<int>;

const auto abstract_name = abstract_method(function(0));

std::string message_of(auto action) {
  try {
    action();
  } catch (const errors::TypeError& error) {
    return error.message();
  }
  return "no TypeError";
}

TEST(Class, ResolvesADiamondLeftToRight) {
  const auto top = IntClass::make("Top", {});
  const auto left = IntClass::make("Left", {top});
  const auto right = IntClass::make("Right", {top}, {{"x", data(2)}});
  const auto bottom = IntClass::make("Bottom", {left, right});
  EXPECT_THAT(bottom->mro(), ElementsAre(bottom.get(), left.get(), right.get(), top.get()));
  EXPECT_EQ(bottom->lookup("x")->value, 2);
  EXPECT_FALSE(bottom->lookup("x", right.get()));
}

TEST(Class, RefusesAnInconsistentHierarchy) {
  const auto a = IntClass::make("A", {});
  const auto b = IntClass::make("B", {a});
  EXPECT_THAT(message_of([&] { IntClass::make("C", {a, b}); }), HasSubstr("bases A, B"));
  EXPECT_THAT(message_of([&] { IntClass::make("C", {a, a}); }),
              HasSubstr("duplicate base class A"));
}

TEST(Class, AbstractNamesCountUnderTheMetaclassOnly) {
  const auto plain = IntClass::make("Plain", {}, {{"f", abstract_name}});
  const auto interface =
      IntClass::make("Interface", {}, {{"g", abstract_name}, {"f", abstract_name}}, Metaclass::abc);
  EXPECT_THAT(plain->abstract_methods(), IsEmpty());
  EXPECT_THAT(interface->abstract_methods(), ElementsAre("f", "g"));
  EXPECT_NO_THROW(instantiate(plain));
}

TEST(Class, AnyAttributeCompletesAnAbstractName) {
  const auto interface =
      IntClass::make("Interface", {}, {{"f", abstract_name}, {"g", abstract_name}}, Metaclass::abc);
  const auto half = IntClass::make("Half", {interface}, {{"f", data(1)}});
  const auto whole = IntClass::make("Whole", {half}, {{"g", function(2)}});
  EXPECT_EQ(half->metaclass(), Metaclass::abc);
  EXPECT_THAT(half->abstract_methods(), ElementsAre("g"));
  EXPECT_NO_THROW(instantiate(whole));
}

TEST(Class, ASecondBaseMayComplete) {
  const auto interface = IntClass::make("Interface", {}, {{"f", abstract_name}}, Metaclass::abc);
  const auto mixin = IntClass::make("Mixin", {}, {{"f", function(1)}});
  EXPECT_THAT(IntClass::make("Good", {mixin, interface})->abstract_methods(), IsEmpty());
  EXPECT_THAT(IntClass::make("Bad", {interface, mixin})->abstract_methods(), ElementsAre("f"));
}

TEST(Class, TheMissingNamesAreFixedWhenItIsMade) {
  const auto interface = IntClass::make("Interface", {}, {{"f", abstract_name}}, Metaclass::abc);
  interface->attributes().set("f", function(1));
  EXPECT_THROW(instantiate(interface), errors::TypeError);
  EXPECT_NO_THROW(instantiate(IntClass::make("Later", {interface})));
}

TEST(Class, TheRefusalNamesAllThatIsMissing) {
  const auto one = IntClass::make("One", {}, {{"f", abstract_name}}, Metaclass::abc);
  const auto two =
      IntClass::make("Two", {}, {{"g", abstract_name}, {"f", abstract_name}}, Metaclass::abc);
  EXPECT_EQ(message_of([&] { instantiate(one); }),
            "Can't instantiate abstract class One with abstract method f");
  EXPECT_EQ(message_of([&] { instantiate(two); }),
            "Can't instantiate abstract class Two with abstract methods f, g");
}

}  // namespace
}  // namespace objects
