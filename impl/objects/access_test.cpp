#include "impl/objects/access.h"

#include <gtest/gtest.h>

namespace objects {
namespace {

using IntClass = Class<int>;

int plain_value(const Access<int>& access) { return std::get<0>(access); }
const BoundMethod<int>& method(const Access<int>& access) {
  return std::get<BoundMethod<int>>(access);
}

class AccessTest : public testing::Test {
 protected:
  const ClassPointer<int> base =
      IntClass::make("Base", {},
                     {{"f", function(1)},
                      {"s", static_method(2)},
                      {"c", class_method(3)},
                      {"x", data(4)},
                      {"p", property(5, std::optional(6), std::optional(7))}});
  const ClassPointer<int> derived = IntClass::make("Derived", {base}, {{"f", function(10)}});
  const InstancePointer<int> instance = instantiate(derived);
};

TEST_F(AccessTest, AFunctionIsBoundOnAnInstanceOnly) {
  const auto bound = get_attribute(instance, "f");
  EXPECT_EQ(method(bound).function, 10);
  EXPECT_EQ(std::get<0>(method(bound).receiver), instance);
  EXPECT_EQ(plain_value(get_attribute(derived, "f")), 10);
}

TEST_F(AccessTest, AStaticMethodIsTheSameFunctionEverywhere) {
  EXPECT_EQ(plain_value(get_attribute(instance, "s")), 2);
  EXPECT_EQ(plain_value(get_attribute(derived, "s")), 2);
}

TEST_F(AccessTest, AClassMethodIsBoundToTheClassThatIsAsked) {
  for (const auto& access : {get_attribute(instance, "c"), get_attribute(derived, "c")}) {
    EXPECT_EQ(std::get<1>(method(access).receiver), derived);
  }
  EXPECT_EQ(std::get<1>(method(get_attribute(base, "c")).receiver), base);
}

TEST_F(AccessTest, AnInstanceAttributeShadowsOnThatInstanceOnly) {
  EXPECT_EQ(set_attribute(instance, "x", 40), std::nullopt);
  EXPECT_EQ(plain_value(get_attribute(instance, "x")), 40);
  EXPECT_EQ(plain_value(get_attribute(instantiate(derived), "x")), 4);
  EXPECT_EQ(plain_value(get_attribute(derived, "x")), 4);
  delete_attribute(instance, "x");
  EXPECT_EQ(plain_value(get_attribute(instance, "x")), 4);
}

TEST_F(AccessTest, AClassAttributeSetLaterIsSeenThroughSubclassesWithoutAnOwnOne) {
  base->attributes().set("x", data(5));
  EXPECT_EQ(plain_value(get_attribute(instance, "x")), 5);
  derived->attributes().set("x", data(6));
  EXPECT_EQ(plain_value(get_attribute(base, "x")), 5);
  EXPECT_EQ(plain_value(get_attribute(instance, "x")), 6);
}

TEST_F(AccessTest, APropertyComesBeforeTheInstance) {
  instance->attributes().set("p", 50);
  const auto read = get_attribute(instance, "p");
  EXPECT_EQ(std::get<PropertyCall<int>>(read).function, 6);
  EXPECT_EQ(set_attribute(instance, "p", 51)->function, 7);
  EXPECT_EQ(plain_value(get_attribute(derived, "p")), 5);
}

TEST_F(AccessTest, APropertyWithoutASetterCannotBeSet) {
  derived->attributes().set("p", property(5, std::optional(6)));
  EXPECT_THROW(set_attribute(instance, "p", 51), errors::AttributeError);
}

TEST_F(AccessTest, WhatIsMissingIsNamed) {
  EXPECT_THROW(get_attribute(instance, "nothing"), errors::AttributeError);
  EXPECT_THROW(get_attribute(derived, "nothing"), errors::AttributeError);
  EXPECT_THROW(delete_attribute(instance, "x"), errors::AttributeError)
      << "the class's is not the instance's";
  EXPECT_EQ(find_attribute(instance, "nothing"), std::nullopt);
}

TEST_F(AccessTest, SuperGoesOnBehindTheClass) {
  const auto bound = super_attribute(*derived, instance, "f");
  EXPECT_EQ(method(bound).function, 1);
  EXPECT_EQ(std::get<0>(method(bound).receiver), instance);
  EXPECT_EQ(std::get<1>(method(super_attribute(*derived, derived, "c")).receiver), derived);
  EXPECT_THROW(super_attribute(*base, instance, "f"), errors::AttributeError);
  EXPECT_THROW(super_attribute(*derived, instantiate(base), "f"), errors::TypeError);
}

}  // namespace
}  // namespace objects
