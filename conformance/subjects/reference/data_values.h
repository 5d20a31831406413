/// Text or bytes of impl/text as values, and the way back.
#pragma once

#include "conformance/native/runtime/value.h"
#include "impl/text/data.h"

namespace touchstone::reference {

native::Value value_of(const text::Data& data);
/// TypeError for what is neither str nor bytes.
text::Data data_from(const native::Value& value);

}  // namespace touchstone::reference
