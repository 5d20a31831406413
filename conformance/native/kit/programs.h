/// `program(f, *args, stdin=, env=, timeout=)` and `script(text)`: a function or a text run as a
/// process of its own.
#pragma once

#include "conformance/native/registry.h"

namespace touchstone::native {

void bind_programs(Registry& kit);

}  // namespace touchstone::native
