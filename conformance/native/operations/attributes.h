/// Attribute access below the registry's operations: descriptors, the attributes that the kit
/// itself gives to classes, functions and exceptions, and whole lookups for what is not the
/// scenario's.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/native/runtime/class.h"

namespace touchstone::native {

/// What a value found on `owner` becomes when looked up through `receiver` (unbound: through the
/// class itself). Functions, class methods and static methods go to the registry where the owner is
/// the scenario's.
Value bind_attribute(const Value& found, const Value& receiver, Class& owner);

/// True where the value found on the class goes before the instance's own attribute (a property, a
/// `__set__`).
bool is_data_descriptor(const Value& found);

/// Assigns or deletes through a data descriptor; false where `found` is none.
bool set_by_descriptor(const Value& found, const Value& receiver, Value value);
bool delete_by_descriptor(const Value& found, const Value& receiver);

/// `__name__`, `__mro__`, `__self__`, `args`, `__class__` ...: attributes that need no namespace.
std::optional<Value> intrinsic_attribute(const Value& object, std::string_view name);
/// False where the name is none that the kit itself lets a program set (`__cause__`, `__name__` of
/// a function ...).
bool set_intrinsic_attribute(const Value& object, std::string_view name, const Value& value);

/// The same as get_attribute and set_attribute, past a `__getattr__` or `__setattr__` of the
/// scenario.
Value get_attribute_plainly(const Value& object, std::string_view name);
void set_attribute_plainly(const Value& object, std::string_view name, Value value);

/// Python's default lookup for instances of the kit's and the registry's classes.
std::optional<Value> find_native_attribute(const Value& object, Class& cls, std::string_view name);
[[noreturn]] void throw_no_attribute(const Value& object, std::string_view name);

}  // namespace touchstone::native
