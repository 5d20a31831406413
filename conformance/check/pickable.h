/// Types that a check may pick: each has a way to a Value (bound as a name in the scenario, written
/// into a repro token) and back. Values, integers, truth, floats, text, bytes, and vectors and
/// pairs of these.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "conformance/values/value.h"

namespace touchstone {

/// Thrown where a recorded pick is not of the type that the check asks for: the token belongs to
/// another version of the check.
struct PickMismatch : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
struct Pickable;

template <class T>
T from_value(const Value& value) {
  return Pickable<T>::from(value);
}

template <class T>
Value to_value(const T& value) {
  return Pickable<T>::to(value);
}

namespace detail {
template <class T>
const T& alternative(const Value& value) {
  if (const T* held = value.get_if<T>()) return *held;
  throw PickMismatch("the recorded pick is " + repr(value) +
                     ", which is of another type than the check asks for");
}
}  // namespace detail

template <>
struct Pickable<Value> {
  static Value to(const Value& value) { return value; }
  static Value from(const Value& value) { return value; }
};

template <class T>
  requires std::same_as<T, bool> || std::same_as<T, double> || std::same_as<T, Text> ||
           std::same_as<T, Bytes> || std::same_as<T, Integer>
struct Pickable<T> {
  static Value to(const T& value) { return value; }
  static T from(const Value& value) { return detail::alternative<T>(value); }
};

template <class T>
  requires std::integral<T> && (!std::same_as<T, bool>)
struct Pickable<T> {
  static Value to(T value) { return value; }
  static T from(const Value& value) {
    return static_cast<T>(detail::alternative<Integer>(value).get_si());
  }
};

template <class T>
struct Pickable<std::vector<T>> {
  static Value to(const std::vector<T>& items) {
    List list;
    for (const T& item : items) list.items.push_back(to_value<T>(item));
    return list;
  }
  static std::vector<T> from(const Value& value) {
    std::vector<T> items;
    for (const Value& item : detail::alternative<List>(value).items)
      items.push_back(from_value<T>(item));
    return items;
  }
};

template <class A, class B>
struct Pickable<std::pair<A, B>> {
  static Value to(const std::pair<A, B>& pair) {
    return Tuple{{to_value(pair.first), to_value(pair.second)}};
  }
  static std::pair<A, B> from(const Value& value) {
    const Values& items = detail::alternative<Tuple>(value).items;
    if (items.size() != 2) throw PickMismatch("the recorded pick is no pair: " + repr(value));
    return {from_value<A>(items[0]), from_value<B>(items[1])};
  }
};

}  // namespace touchstone
