/// How instances come to be: what is below the registry's `objects.instantiate`.
#pragma once

#include <string_view>

#include "conformance/native/runtime/arguments.h"
#include "conformance/native/runtime/class.h"

namespace touchstone::native {

/// `object.__new__` for any class: an instance in the form its built-in ancestor demands, not
/// initialised.
Value create_instance(Class& cls, Arguments& arguments);

/// Calling a class that is not the scenario's: create, then `__init__` where there is one.
Value instantiate_native(Class& cls, Arguments& arguments);

/// Sets the attributes that built-in exception classes derive from their arguments (errno, value,
/// code, start ...).
void describe_exception(Class& cls, const Value& exception, const std::vector<Value>& arguments);

/// Runs the scenario's `__del__`, where the instance's class has one; its errors are nobody's.
void finalise(Instance& instance);

/// True where `__new__` or `__init__` of the class is other than object's.
bool overrides_creation(Class& cls);

}  // namespace touchstone::native
