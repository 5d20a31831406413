/// Operands that answer an operator by special methods of their own.
#pragma once

#include <optional>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

/// Has special methods of its own: everything else is answered by kind.
bool is_open(const Value& operand);

/// What the method says of the other operand; nothing where there is no method, or it does not
/// know.
std::optional<Value> ask(const Value& operand, const char* method, const Value& other);

}  // namespace touchstone::native
