/// How C++ types cross into the scenario and back: `Convert<T>::from(value)` (TypeError where it
/// does not fit) and `Convert<T>::to(t)`. Specialise it for further types; types of a registry
/// (`registry.type<T>`) cross by reference.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "conformance/native/runtime/class.h"
#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/exception.h"
#include "conformance/native/runtime/iterator.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {

/// The identity of a registry's C++ type; one address a type, with the way up to its base.
struct TypeTag {
  const TypeTag* base = nullptr;
  void* (*to_base)(void*) = nullptr;
  Class* cls =
      nullptr;  // what makes instances of it, when the current registry does not say otherwise
};

template <class T>
TypeTag& type_tag() {
  static TypeTag tag;
  return tag;
}

/// The C++ object behind an instance, or nullptr where it is of another type. RuntimeError before
/// its initialiser has run.
void* payload_of(const Value& value, const TypeTag& tag);
/// A new instance of the class that the current registry gives T.
Value wrap_payload(std::shared_ptr<void> payload, const TypeTag& tag);
[[noreturn]] void throw_wrong_type(const Value& value, std::string_view expected);

std::int64_t int64_from(const Value& value);
double double_from(const Value& value);
/// Exact within a nanosecond; ValueError for nan, saturates beyond what a chrono duration holds.
std::chrono::nanoseconds seconds_from(const Value& value);

template <class T>
struct Convert {
  static T& from(const Value& value) {
    void* payload = payload_of(value, type_tag<T>());
    if (payload == nullptr)
      throw_wrong_type(value,
                       type_tag<T>().cls != nullptr ? type_tag<T>().cls->name() : "another type");
    return *static_cast<T*>(payload);
  }
  static Value to(T object) {
    return wrap_payload(std::make_shared<T>(std::move(object)), type_tag<T>());
  }
};

template <class T>
struct Convert<std::shared_ptr<T>> {
  static std::shared_ptr<T> from(const Value& value) {
    T& payload = Convert<T>::from(value);
    return {as<Instance>(value)->payload(), &payload};
  }
  static Value to(std::shared_ptr<T> object) {
    return object ? wrap_payload(std::move(object), type_tag<T>()) : Value();
  }
};

template <>
struct Convert<Value> {
  static Value from(Value value) { return value; }
  static Value to(Value value) { return value; }
};

template <>
struct Convert<bool> {
  static bool from(const Value& value);
  static Value to(bool truth) { return truth; }
};

template <std::integral T>
struct Convert<T> {
  static T from(const Value& value) {
    const std::int64_t number = int64_from(value);
    if (!std::in_range<T>(number)) throw overflow_error("Python int too large to convert to C int");
    return static_cast<T>(number);
  }
  static Value to(T number);
};

template <std::floating_point T>
struct Convert<T> {
  static T from(const Value& value) { return static_cast<T>(double_from(value)); }
  static Value to(T number) { return static_cast<double>(number); }
};

template <>
struct Convert<std::string> {
  static std::string from(const Value& value);
  static Value to(const std::string& text) { return make_str(text); }
};

template <>
struct Convert<mpz_class> {
  static mpz_class from(const Value& value);
  static Value to(const mpz_class& number);
};

template <>
struct Convert<std::chrono::nanoseconds> {
  static std::chrono::nanoseconds from(const Value& value) { return seconds_from(value); }
  static Value to(std::chrono::nanoseconds time) {
    return std::chrono::duration<double>(time).count();
  }
};

template <class T>
struct Convert<std::optional<T>> {
  static std::optional<T> from(const Value& value) {
    return value.is_none() ? std::nullopt : std::optional<T>(Convert<T>::from(value));
  }
  static Value to(std::optional<T> value) {
    return value ? Convert<T>::to(std::move(*value)) : Value();
  }
};

template <class T>
  requires std::derived_from<T, Object>
struct Convert<Ref<T>> {
  static Ref<T> from(const Value& value) {
    T* object = as<T>(value);
    if (object == nullptr) throw_wrong_type(value, "another type");
    return object;
  }
  static Value to(const Ref<T>& object) { return object ? Value(object) : Value(); }
};

/// The items of any iterable.
Values items_of(const Value& iterable);

template <class T>
struct Convert<std::vector<T>> {
  static std::vector<T> from(const Value& value) {
    std::vector<T> items;
    for (const Value& item : items_of(value)) items.push_back(Convert<T>::from(item));
    return items;
  }
  static Value to(std::vector<T> items) {
    Values values;
    values.reserve(items.size());
    for (T& item : items) values.push_back(Convert<T>::to(std::move(item)));
    return make_list(std::move(values));
  }
};

template <std::integral T>
Value Convert<T>::to(T number) {
  if constexpr (std::signed_integral<T>)
    return Value(static_cast<std::int64_t>(number));
  else
    return Convert<mpz_class>::to(mpz_class(static_cast<unsigned long>(number)));
}

template <class T>
decltype(auto) from_value(const Value& value) {
  return Convert<T>::from(value);
}

template <class T>
Value to_value(T&& value) {
  return Convert<std::decay_t<T>>::to(std::forward<T>(value));
}

}  // namespace touchstone::native
