/// Turns the C++ exception in flight into a Python exception: PythonError carries one; the
/// registry's translators know their own; the standard library's get their nearest class; anything
/// else is a RuntimeError.
#pragma once

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

/// Requires: called inside a catch block, on a thread of a run.
Value python_error_in_flight() noexcept;

}  // namespace touchstone::native
