/// The built-in functions and the methods and constructors of the built-in classes, the same for
/// every registry.
#pragma once

#include "conformance/native/registry.h"

namespace touchstone::native {

/// Built-in functions and classes by name. What an implementation has to bring (map, filter, open
/// ...) is not among them.
const Namespace& builtin_names();

/// Methods every value has that no class of its own defines: object's (`__init__`, `__repr__`,
/// `__eq__` ...), and the special methods of built-in values. Unbound receiver: looked up on a
/// class.
std::optional<Value> find_default_method(const Value& receiver, std::string_view name);

// Parts of the whole, by file.
void bind_text_methods();
void bind_bytes_methods();
void bind_container_methods();
void bind_set_methods();
void bind_number_methods();
void bind_generator_methods();
void bind_exception_methods();
void bind_constructors();
void bind_descriptor_methods();
void bind_functions(Registry& core);
void bind_iteration_functions(Registry& core);

}  // namespace touchstone::native
