/// Parts of the library that scenarios use around what they try: no chapter of their own.
#pragma once

#include "conformance/native/registry.h"

namespace touchstone::reference {

void bind_itertools(native::Registry& registry);
void bind_function_tools(native::Registry& registry);
void bind_time(native::Registry& registry);
void bind_warnings(native::Registry& registry);

}  // namespace touchstone::reference
