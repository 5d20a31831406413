/// A class attribute with the rule by which an access binds it: what `def`, @staticmethod,
/// @classmethod and @property leave in a class body. Value is the language's type of values; this
/// folder never calls one.
#pragma once

#include <optional>
#include <utility>

namespace objects {

enum class Binding {
  none,           ///< data: every access gives the value itself
  function,       ///< on an instance: a bound method
  static_method,  ///< everywhere the function itself
  class_method,   ///< everywhere bound to the class that was asked
  property,       ///< on an instance: calls the getter, or the setter; on a class: the value itself
};

template <class Value>
struct Attribute {
  Value value;  ///< the data, the function under the decorator, or the property object
  Binding binding = Binding::none;
  bool is_abstract = false;
  std::optional<Value> getter = std::nullopt;
  std::optional<Value> setter = std::nullopt;
};

template <class Value>
Attribute<Value> data(Value value) {
  return {std::move(value)};
}
template <class Value>
Attribute<Value> function(Value function) {
  return {std::move(function), Binding::function};
}
template <class Value>
Attribute<Value> static_method(Value function) {
  return {std::move(function), Binding::static_method};
}
template <class Value>
Attribute<Value> class_method(Value function) {
  return {std::move(function), Binding::class_method};
}
/// `object` is what an access through the class gives.
template <class Value>
Attribute<Value> property(Value object, std::optional<Value> getter,
                          std::optional<Value> setter = std::nullopt) {
  return {std::move(object), Binding::property, false, std::move(getter), std::move(setter)};
}

/// Marks any kind of attribute; the mark counts only in a class of the ABC metaclass.
template <class Value>
Attribute<Value> abstract_method(Attribute<Value> attribute) {
  attribute.is_abstract = true;
  return attribute;
}

}  // namespace objects
