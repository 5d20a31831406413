/// The types of the asyncio module, by file.
#pragma once

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/interpreter/activation.h"
#include "conformance/native/interpreter/errors.h"
#include "conformance/native/registry.h"

namespace touchstone::reference {

void bind_futures(native::Registry& registry);
void bind_loops(native::Registry& registry);

}  // namespace touchstone::reference
