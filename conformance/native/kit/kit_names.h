/// What every scenario finds without naming a module: record, attempt, log, gate, kind, compiles,
/// program, script. A registry may bind the same names as built-ins and go before these.
#pragma once

#include <string_view>

#include "conformance/native/runtime/namespace.h"

namespace touchstone::native {

const Namespace& kit_names();

/// The value of `record` or `attempt`, which evaluate their second argument themselves; nullptr for
/// any other name.
const Value* find_observing_form(std::string_view name);
bool is_attempt(const Value& form);

}  // namespace touchstone::native
