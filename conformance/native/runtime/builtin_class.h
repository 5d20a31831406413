/// The built-in classes: one of each for the whole process, made on first use, never changed by a
/// run.
#pragma once

#include <string_view>

#include "conformance/native/runtime/class.h"

namespace touchstone::native {

/// Built-in class of that name ("int", "ValueError", "generator", "type", ...); throws
/// std::out_of_range where there is none.
Class& builtin_class(std::string_view name);
/// The same, or nullptr.
Class* find_builtin_class(std::string_view name);

/// Built-in classes that programs can name, exceptions included.
const Namespace& builtin_class_names();

/// `type(value)`, by what the value is; the registry may say otherwise for its own
/// (`language.objects.type_of`).
Class& class_of(const Value& value);

/// The exception classes whose instances carry an errno, by code: ConnectionRefusedError for
/// ECONNREFUSED ... else OSError.
std::string_view os_error_class(int errno_code);

}  // namespace touchstone::native
