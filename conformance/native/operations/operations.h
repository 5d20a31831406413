/// What programs do with values: Python's protocols over every kind of value, the special methods
/// of scenario classes included. Errors are thrown as PythonError.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "conformance/native/runtime/arguments.h"
#include "conformance/native/runtime/class.h"
#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/exception.h"
#include "conformance/native/runtime/outcome.h"
#include "conformance/scenario/expressions.h"

namespace touchstone::native {

using scenario::BinaryOp;
using scenario::CompareOp;
using scenario::UnaryOpKind;

// Calls.
Value call(const Value& function, Arguments arguments);
Value call(const Value& function, Values positional = {});
/// The same with the error as a value: nothing is thrown for an error of scenario code.
Outcome<Value> try_call(const Value& function, Arguments& arguments) noexcept;
bool is_callable(const Value& value);

// Special methods: looked up on the class, never on the instance.
std::optional<Value> find_special(const Value& value, std::string_view name);
/// The value as it stands in the class or its ancestors, not bound.
std::optional<Value> find_in_class(Class& cls, std::string_view name);
std::optional<Value> call_special(const Value& value, std::string_view name, Values arguments = {});

// Attributes.
Value get_attribute(const Value& object, std::string_view name);
/// None where there is no such attribute (AttributeError).
std::optional<Value> find_attribute(const Value& object, std::string_view name);
void set_attribute(const Value& object, std::string_view name, Value value);
void delete_attribute(const Value& object, std::string_view name);

// Items and sizes.
Value get_item(const Value& container, const Value& key);
void set_item(const Value& container, const Value& key, Value item);
void delete_item(const Value& container, const Value& key);
bool contains(const Value& container, const Value& item);
std::size_t length_of(const Value& value);
/// None where the value has no length.
std::optional<std::size_t> find_length(const Value& value);

// Arithmetic and comparison.
Value binary(BinaryOp op, const Value& left, const Value& right);
Value binary_in_place(BinaryOp op, const Value& left, const Value& right);
Value unary(UnaryOpKind op, const Value& operand);
Value compare(CompareOp op, const Value& left, const Value& right);
bool equal(const Value& left, const Value& right);
bool less(const Value& left, const Value& right);
bool truth(const Value& value);
std::uint64_t hash_of(const Value& value);
inline Value add(const Value& left, const Value& right) {
  return binary(BinaryOp::Add, left, right);
}

// Text forms.
std::u32string repr_of(const Value& value);
std::u32string str_of(const Value& value);
/// The same past a `__repr__` or `__str__` of the scenario.
std::u32string plain_repr(const Value& value);
std::u32string plain_str(const Value& exception);
std::u32string ascii_of(const Value& value);
std::u32string format_of(const Value& value, std::u32string_view spec);
/// "int", "Person": the name of the value's type, for messages.
std::string type_name(const Value& value);

// Types.
bool is_instance(const Value& object, Class& cls);
bool is_subclass(Class& derived, Class& base);
/// `isinstance` and `issubclass` with a class, a tuple or a union of them.
bool matches_class_info(const Value& object, const Value& info);
Ref<Class> type_of(const Value& value);
/// The built-in value itself, where `value` is of a class derived from a built-in one.
const Value& primitive_of(const Value& value);

/// Goes through an iterable.
class Iteration {
 public:
  explicit Iteration(const Value& iterable);
  std::optional<Value> next();
  /// The same without throwing for the errors of scenario code; the value inside is unbound at the
  /// end.
  Outcome<Value> try_next() noexcept;
  const Value& iterator() const { return iterator_; }

 private:
  Value iterator_;
};
Value get_iterator(const Value& iterable);
/// One step of an iterator.
std::optional<Value> next_of(const Value& iterator);
Values items_of(const Value& iterable);

// Dictionaries.
std::optional<Value> find_key(Dict& dict, const Value& key);
void set_key(Dict& dict, const Value& key, Value item);
Value dict_of(const Namespace::Bindings& bindings);

}  // namespace touchstone::native
