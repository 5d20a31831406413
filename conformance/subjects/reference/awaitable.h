/// What `await` takes.
#pragma once

#include "conformance/native/operations/operations.h"

namespace touchstone::reference {

bool is_awaitable(const native::Value& value);

}  // namespace touchstone::reference
