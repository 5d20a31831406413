#include "impl/objects/subclassing.h"

#include <gtest/gtest.h>

#include "impl/objects/instance.h"

namespace objects {
namespace {

using IntClass = Class<int>;

TEST(Subclassing, IsReachabilityInTheHierarchy) {
  const auto top = IntClass::make("Top", {});
  const auto middle = IntClass::make("Middle", {top});
  const auto bottom = IntClass::make("Bottom", {middle});
  const auto stranger = IntClass::make("Stranger", {});
  EXPECT_TRUE(bottom->is_subclass_of(*top));
  EXPECT_TRUE(top->is_subclass_of(*top));
  EXPECT_FALSE(top->is_subclass_of(*bottom));
  EXPECT_FALSE(bottom->is_subclass_of(*stranger));
  EXPECT_TRUE(is_instance(*instantiate(bottom), *top));
}

TEST(Subclassing, RegistrationInheritsNothing) {
  const auto interface = IntClass::make("Interface", {}, {{"f", function(1)}}, Metaclass::abc);
  const auto number = IntClass::make("Number", {});
  EXPECT_FALSE(number->is_subclass_of(*interface));
  interface->register_subclass(number);
  EXPECT_TRUE(number->is_subclass_of(*interface));
  EXPECT_FALSE(number->lookup("f"));
}

TEST(Subclassing, RegistrationReachesBasesAndSubclasses) {
  const auto interface = IntClass::make("Interface", {}, {}, Metaclass::abc);
  const auto narrower = IntClass::make("Narrower", {interface});
  const auto number = IntClass::make("Number", {});
  const auto integer = IntClass::make("Integer", {number});
  narrower->register_subclass(number);
  EXPECT_TRUE(integer->is_subclass_of(*interface));
  const auto other = IntClass::make("Other", {}, {}, Metaclass::abc);
  other->register_subclass(interface);
  EXPECT_TRUE(integer->is_subclass_of(*other));
}

TEST(Subclassing, RefusesACycleAndForeignMetaclasses) {
  const auto interface = IntClass::make("Interface", {}, {}, Metaclass::abc);
  const auto narrower = IntClass::make("Narrower", {interface});
  EXPECT_THROW(narrower->register_subclass(interface), errors::RuntimeError);
  EXPECT_NO_THROW(interface->register_subclass(narrower));
  const auto plain = IntClass::make("Plain", {});
  EXPECT_THROW(plain->register_subclass(interface), errors::AttributeError);
}

TEST(Subclassing, ARegisteredClassIsNotKeptAlive) {
  const auto interface = IntClass::make("Interface", {}, {}, Metaclass::abc);
  std::weak_ptr<IntClass> gone;
  {
    const auto brief = IntClass::make("Brief", {});
    interface->register_subclass(brief);
    gone = brief;
  }
  EXPECT_TRUE(gone.expired());
}

}  // namespace
}  // namespace objects
