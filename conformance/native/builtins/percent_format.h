/// `text % values`: printf-style formatting, and `text.format(...)`.
#pragma once

#include "conformance/native/runtime/arguments.h"

namespace touchstone::native {

/// Requires a str on the left.
Value percent_format(const Value& text, const Value& values);
Value brace_format(const Value& text, const Arguments& arguments);

}  // namespace touchstone::native
