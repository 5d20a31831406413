/// Attribute access: finding along the order of resolution, then binding. What is bound is given as
/// data, because only the language can call: a BoundMethod is called with its receiver in front, a
/// PropertyCall with the instance (and the value).
///
/// Order on an instance: a property of the class, the instance's own attribute, another attribute
/// of the class. Errors: AttributeError where there is nothing, or a property without the accessor;
/// TypeError for a `super` whose receiver is no instance or subclass of the class it starts behind.
/// Thread safety: all of it. Claims: objects.method.*
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "impl/objects/instance.h"

namespace objects {

template <class Value>
using InstancePointer = std::shared_ptr<Instance<Value>>;
template <class Value>
using ClassPointer = std::shared_ptr<Class<Value>>;

/// Python's method object.
template <class Value>
struct BoundMethod {
  Value function;
  std::variant<InstancePointer<Value>, ClassPointer<Value>> receiver;

  bool operator==(const BoundMethod&) const = default;
};

/// A getter or setter that has to be called on `instance`.
template <class Value>
struct PropertyCall {
  Value function;
  InstancePointer<Value> instance;

  bool operator==(const PropertyCall&) const = default;
};

template <class Value>
using Access = std::variant<Value, BoundMethod<Value>, PropertyCall<Value>>;

/// How an attribute of the class is seen on an instance of it.
template <class Value>
Access<Value> bind(Attribute<Value> attribute, const InstancePointer<Value>& instance) {
  switch (attribute.binding) {
    case Binding::function:
      return BoundMethod<Value>{std::move(attribute.value), instance};
    case Binding::class_method:
      return BoundMethod<Value>{std::move(attribute.value), instance->its_class()};
    case Binding::property:
      if (!attribute.getter) throw errors::AttributeError("property has no getter");
      return PropertyCall<Value>{std::move(*attribute.getter), instance};
    case Binding::none:
    case Binding::static_method:
      break;
  }
  return Access<Value>(std::in_place_index<0>, std::move(attribute.value));
}

/// How an attribute is seen on the class that was asked.
template <class Value>
Access<Value> bind(Attribute<Value> attribute, const ClassPointer<Value>& asked) {
  if (attribute.binding == Binding::class_method)
    return BoundMethod<Value>{std::move(attribute.value), asked};
  return Access<Value>(std::in_place_index<0>, std::move(attribute.value));
}

/// Empty where there is no such attribute.
template <class Value>
std::optional<Access<Value>> find_attribute(const InstancePointer<Value>& instance,
                                            std::string_view name) {
  auto of_class = instance->its_class()->lookup(name);
  if (!of_class || of_class->binding != Binding::property) {
    if (auto own = instance->attributes().find(name))
      return Access<Value>(std::in_place_index<0>, std::move(*own));
  }
  if (!of_class) return std::nullopt;
  return bind(std::move(*of_class), instance);
}
template <class Value>
std::optional<Access<Value>> find_attribute(const ClassPointer<Value>& asked,
                                            std::string_view name) {
  auto found = asked->lookup(name);
  if (!found) return std::nullopt;
  return bind(std::move(*found), asked);
}

/// "'M' object" or "type object 'M'": for messages.
template <class Value>
std::string description(const InstancePointer<Value>& instance) {
  return "'" + instance->its_class()->name() + "' object";
}
template <class Value>
std::string description(const ClassPointer<Value>& its_class) {
  return "type object '" + its_class->name() + "'";
}

/// For an InstancePointer or a ClassPointer.
template <class Pointer>
[[noreturn]] void no_attribute(const Pointer& owner, std::string_view name) {
  throw errors::AttributeError(description(owner) + " has no attribute '" + std::string(name) +
                               "'");
}

template <class Pointer>
auto get_attribute(const Pointer& owner, std::string_view name) {
  auto found = find_attribute(owner, name);
  if (!found) no_attribute(owner, name);
  return std::move(*found);
}

/// Sets the instance's own attribute; where the class has a property of that name, gives the setter
/// to call instead.
template <class Value>
std::optional<PropertyCall<Value>> set_attribute(const InstancePointer<Value>& instance,
                                                 std::string_view name, Value value) {
  auto of_class = instance->its_class()->lookup(name);
  if (!of_class || of_class->binding != Binding::property) {
    instance->attributes().set(name, std::move(value));
    return std::nullopt;
  }
  if (of_class->setter) return PropertyCall<Value>{std::move(*of_class->setter), instance};
  throw errors::AttributeError("property '" + std::string(name) + "' of " + description(instance) +
                               " has no setter");
}

/// Deletes an own attribute of an instance or a class.
template <class Pointer>
void delete_attribute(const Pointer& owner, std::string_view name) {
  if (!owner->attributes().erase(name)) no_attribute(owner, name);
}

/// `super(start, receiver).name`, for a receiver of the class `resolved`.
template <class Value, class Pointer>
Access<Value> super_attribute(const Class<Value>& start, const Class<Value>& resolved,
                              const Pointer& receiver, std::string_view name) {
  if (std::ranges::find(resolved.mro(), &start) == resolved.mro().end()) {
    throw errors::TypeError("super(type, obj): obj must be an instance or subtype of type");
  }
  auto found = resolved.lookup(name, &start);
  if (!found)
    throw errors::AttributeError("'super' object has no attribute '" + std::string(name) + "'");
  return bind(std::move(*found), receiver);
}

/// `super(start, receiver).name`, found behind `start` in the order of the receiver's class and
/// bound to the receiver.
template <class Value>
Access<Value> super_attribute(const Class<Value>& start, const InstancePointer<Value>& receiver,
                              std::string_view name) {
  return super_attribute(start, *receiver->its_class(), receiver, name);
}
template <class Value>
Access<Value> super_attribute(const Class<Value>& start, const ClassPointer<Value>& receiver,
                              std::string_view name) {
  return super_attribute(start, *receiver, receiver, name);
}

}  // namespace objects
