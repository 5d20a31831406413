/// A Python value as data: what a trace carries, what a check compares, what a scenario's literals
/// and picked parameters are. Plain values: copied deeply, compared structurally, never shared with
/// a subject.
///
/// Equality is Python's for the kinds that data has (True == 1 == 1.0, text != bytes, list !=
/// tuple, nan != nan), with one addition: two objects are equal when kind and ordinal are. Sets
/// compare without order, dicts without order too (as Python's).
#pragma once

#include <gmpxx.h>

#include <compare>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace touchstone {

class Value;

using Integer = mpz_class;
using Values = std::vector<Value>;

/// Text as code points: lone surrogates are text too.
struct Text {
  std::u32string points;
  auto operator<=>(const Text&) const = default;
};

struct Bytes {
  std::string data;
  auto operator<=>(const Bytes&) const = default;
};

struct List;
struct Tuple;
struct Set;
struct Dict;
struct ErrorValue;

/// Anything that is no data: `kind` from the closed list of `kind(x)`, `ref` an ordinal of the run
/// (same object, same ref).
struct ObjectValue {
  std::string kind;
  std::uint64_t ref = 0;
  std::string name;  ///< of a class; else empty
  bool operator==(const ObjectValue& other) const { return kind == other.kind && ref == other.ref; }
};

/// Stands where a value was nested deeper than the wire carries.
struct TooDeep {
  bool operator==(const TooDeep&) const = default;
};

class Value {
 public:
  using Variant = std::variant<std::monostate, bool, Integer, double, Text, Bytes,
                               std::shared_ptr<const List>, std::shared_ptr<const Tuple>,
                               std::shared_ptr<const Set>, std::shared_ptr<const Dict>,
                               std::shared_ptr<const ErrorValue>, ObjectValue, TooDeep>;

  Value() = default;  ///< None
  Value(std::nullptr_t) {}
  Value(bool truth) : data_(truth) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Value(T number) : data_(from_integral(number)) {}
  Value(Integer number) : data_(std::move(number)) {}
  Value(double number) : data_(number) {}
  Value(Text text) : data_(std::move(text)) {}
  Value(const char* utf8);  ///< text; throws std::invalid_argument where it is not UTF-8
  Value(std::string_view utf8);
  Value(const std::string& utf8);
  Value(Bytes bytes) : data_(std::move(bytes)) {}
  Value(List list);
  Value(Tuple tuple);
  Value(Set set);
  Value(Dict dict);
  Value(ErrorValue error);
  Value(ObjectValue object) : data_(std::move(object)) {}
  Value(TooDeep deep) : data_(deep) {}
  template <class T>
    requires std::convertible_to<T, Value> && (!std::same_as<T, Value>)
  Value(const std::vector<T>& items);  ///< a list

  bool is_none() const { return std::holds_alternative<std::monostate>(data_); }
  /// The alternative, or nullptr: `if (const auto* text = value.get_if<Text>())`. Containers are
  /// unwrapped.
  template <class T>
  const T* get_if() const;
  const Variant& variant() const { return data_; }

  friend bool operator==(const Value& a, const Value& b);

 private:
  template <std::integral T>
  static Integer from_integral(T number) {
    if constexpr (std::signed_integral<T>) return Integer(static_cast<long>(number));
    return Integer(static_cast<unsigned long>(number));
  }

  Variant data_;
};

struct List {
  Values items;
};
struct Tuple {
  Values items;
};
/// Sorted by encoding and free of duplicates, so that equal sets are equal vectors. `frozen` does
/// not take part in equality.
struct Set {
  Values items;
  bool frozen = false;
};
struct Dict {
  std::vector<std::pair<Value, Value>> items;  ///< in insertion order
};

/// An error as data; messages are in `args`, and no check compares wording.
struct ErrorValue {
  std::string type;
  std::vector<std::string> bases;  ///< names along the MRO, the type itself first
  Values args;
  std::optional<int> errno_code;
  std::shared_ptr<const ErrorValue> cause;
  std::shared_ptr<const ErrorValue> context;
  std::vector<ErrorValue> members;  ///< of an exception group

  /// True where `name` is the type or one of its bases.
  bool is(std::string_view name) const;
};

template <class T>
  requires std::convertible_to<T, Value> && (!std::same_as<T, Value>)
Value::Value(const std::vector<T>& items) : Value(List{Values(items.begin(), items.end())}) {}

template <class T>
const T* Value::get_if() const {
  if constexpr (std::same_as<T, List> || std::same_as<T, Tuple> || std::same_as<T, Set> ||
                std::same_as<T, Dict> || std::same_as<T, ErrorValue>) {
    const auto* held = std::get_if<std::shared_ptr<const T>>(&data_);
    return held == nullptr ? nullptr : held->get();
  } else {
    return std::get_if<T>(&data_);
  }
}

/// Python's repr, for reports and failure messages; UTF-8, lone surrogates as \\udXXX.
std::string repr(const Value& value);
void PrintTo(const Value& value, std::ostream* out);  // GoogleTest shows values by it

}  // namespace touchstone
