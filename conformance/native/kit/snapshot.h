/// Values of a run as data, the way events carry them: objects by kind and ordinal, errors with
/// their bases and chain, cycles cut at the wire's depth. Requires a thread of the run.
#pragma once

#include <string>

#include "conformance/native/runtime/value.h"
#include "conformance/values/value.h"

namespace touchstone::native {

/// `level`: how many containers are around the value already.
touchstone::Value snapshot(const Value& value, int level = 0);
/// Requires an exception.
ErrorValue snapshot_error(const Value& exception);
/// `kind(x)`: what a value is, in the closed vocabulary of the kit.
std::string kind_of(const Value& value);

}  // namespace touchstone::native
