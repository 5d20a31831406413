#include "conformance/values/value.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "conformance/values/repr.h"
#include "conformance/values/unicode.h"

namespace touchstone {
namespace {

/// A text that is the same for values that are equal (but for nan, which equals nothing): sorts and
/// matches the items of sets and dicts, whatever mixture of kinds they hold.
std::string equality_key(const Value& value);

std::string keys_of(const Values& items) {
  std::string keys;
  for (const Value& item : items) {
    const std::string key = equality_key(item);
    keys += std::to_string(key.size()) + ":" + key;
  }
  return keys;
}

std::string key_of(std::monostate) { return "none"; }
std::string key_of(bool truth) { return truth ? "1" : "0"; }
std::string key_of(const Integer& number) { return number.get_str(16); }
std::string key_of(double number) {
  const bool integral = std::isfinite(number) && std::trunc(number) == number;
  return integral ? key_of(Integer(number)) : float_repr(number);
}
std::string key_of(const Text& text) { return text_repr(text.points); }
std::string key_of(const Bytes& bytes) { return bytes_repr(bytes.data); }
std::string key_of(const List& list) { return "list " + keys_of(list.items); }
std::string key_of(const Tuple& tuple) { return "tuple " + keys_of(tuple.items); }
std::string key_of(const Set& set) { return "set " + keys_of(set.items); }
std::string key_of(const Dict& dict) {
  Values items;
  for (const auto& [key, value] : dict.items) items.insert(items.end(), {key, value});
  return "dict " + keys_of(items);
}
std::string key_of(const ErrorValue& error) {
  std::string key = "error " + error.type + keys_of(error.args);
  for (const std::string& base : error.bases) key += " " + base;
  if (error.errno_code) key += " errno " + std::to_string(*error.errno_code);
  if (error.cause) key += " cause " + key_of(*error.cause);
  if (error.context) key += " context " + key_of(*error.context);
  for (const ErrorValue& member : error.members) key += " member " + key_of(member);
  return key;
}
std::string key_of(const ObjectValue& object) {
  return object.kind + " #" + std::to_string(object.ref);
}
std::string key_of(TooDeep) { return "deep"; }

template <class T>
std::string key_of(const std::shared_ptr<const T>& held) {
  return key_of(*held);
}

std::string equality_key(const Value& value) {
  return std::visit([](const auto& held) { return key_of(held); }, value.variant());
}

Set normalised(Set set) {
  std::multimap<std::string, Value> sorted;
  for (Value& item : set.items) {
    std::string key = equality_key(item);
    const auto same = sorted.find(key);
    if (same == sorted.end() || !(same->second == item))
      sorted.emplace(std::move(key), std::move(item));
  }
  set.items.clear();
  for (auto& [key, item] : sorted) set.items.push_back(std::move(item));
  return set;
}

/// As Python builds a dict: a repeated key keeps its first place and takes the last value.
Dict normalised(Dict dict) {
  Dict unique;
  std::map<std::string, std::size_t> places;
  for (auto& item : dict.items) {
    const auto [place, fresh] = places.emplace(equality_key(item.first), unique.items.size());
    if (fresh || !(unique.items[place->second].first == item.first)) {
      unique.items.push_back(std::move(item));
    } else {
      unique.items[place->second].second = std::move(item.second);
    }
  }
  return unique;
}

/// None where `value` is no number. bool is a number, as in Python.
struct Number {
  std::optional<Integer> whole;
  std::optional<double> real;
};

std::optional<Number> number_of(const Value& value) {
  if (const auto* truth = value.get_if<bool>()) return Number{Integer(*truth ? 1 : 0), {}};
  if (const auto* whole = value.get_if<Integer>()) return Number{*whole, {}};
  if (const auto* real = value.get_if<double>()) return Number{{}, *real};
  return std::nullopt;
}

bool equal_exactly(const Integer& whole, double real) {
  return std::isfinite(real) && std::trunc(real) == real && cmp(whole, Integer(real)) == 0;
}

bool equal_numbers(const Number& a, const Number& b) {
  if (a.whole && b.whole) return *a.whole == *b.whole;
  if (a.real && b.real) return *a.real == *b.real;
  return a.whole ? equal_exactly(*a.whole, *b.real) : equal_exactly(*b.whole, *a.real);
}

bool equal_dicts(const Dict& a, const Dict& b) {
  if (a.items.size() != b.items.size()) return false;
  std::multimap<std::string, const std::pair<Value, Value>*> others;
  for (const auto& item : b.items) others.emplace(equality_key(item.first), &item);
  return std::ranges::all_of(a.items, [&](const auto& item) {
    const auto found = others.find(equality_key(item.first));
    return found != others.end() && item == *found->second;
  });
}

bool equal_causes(const std::shared_ptr<const ErrorValue>& a,
                  const std::shared_ptr<const ErrorValue>& b);

bool equal(const List& a, const List& b) { return a.items == b.items; }
bool equal(const Tuple& a, const Tuple& b) { return a.items == b.items; }
bool equal(const Set& a, const Set& b) { return a.items == b.items; }
bool equal(const Dict& a, const Dict& b) { return equal_dicts(a, b); }
bool equal(const ErrorValue& a, const ErrorValue& b) {
  return a.type == b.type && a.bases == b.bases && a.args == b.args &&
         a.errno_code == b.errno_code && equal_causes(a.cause, b.cause) &&
         equal_causes(a.context, b.context) &&
         std::ranges::equal(a.members, b.members,
                            [](const auto& x, const auto& y) { return equal(x, y); });
}

bool equal_causes(const std::shared_ptr<const ErrorValue>& a,
                  const std::shared_ptr<const ErrorValue>& b) {
  return a == nullptr || b == nullptr ? a == b : equal(*a, *b);
}

template <class T>
bool equal(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b) {
  return equal(*a, *b);
}
template <class T>
bool equal(const T& a, const T& b) {
  return a == b;
}

}  // namespace

Value::Value(std::string_view utf8) : data_(Text{unicode::from_utf8(utf8)}) {}
Value::Value(const char* utf8) : Value(std::string_view(utf8)) {}
Value::Value(const std::string& utf8) : Value(std::string_view(utf8)) {}
Value::Value(List list) : data_(std::make_shared<const List>(std::move(list))) {}
Value::Value(Tuple tuple) : data_(std::make_shared<const Tuple>(std::move(tuple))) {}
Value::Value(Set set) : data_(std::make_shared<const Set>(normalised(std::move(set)))) {}
Value::Value(Dict dict) : data_(std::make_shared<const Dict>(normalised(std::move(dict)))) {}
Value::Value(ErrorValue error) : data_(std::make_shared<const ErrorValue>(std::move(error))) {}

bool operator==(const Value& a, const Value& b) {
  if (a.data_.index() != b.data_.index()) {
    const auto left = number_of(a);
    const auto right = number_of(b);
    return left && right && equal_numbers(*left, *right);
  }
  const auto same = [&](const auto& held) {
    return equal(held, std::get<std::remove_cvref_t<decltype(held)>>(b.data_));
  };
  return std::visit(same, a.data_);
}

bool ErrorValue::is(std::string_view name) const {
  return type == name || std::ranges::find(bases, name) != bases.end();
}

}  // namespace touchstone
