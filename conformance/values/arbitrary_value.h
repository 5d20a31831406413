/// Random values of every kind that the wire carries, shrinking towards None; at most `levels` of
/// nesting.
#pragma once

#include <rapidcheck.h>

#include <iosfwd>

#include "conformance/values/value.h"

namespace touchstone {

/// RapidCheck shows counterexamples by it.
void showValue(const Value& value, std::ostream& out);

namespace arbitrary {

rc::Gen<Value> wire_value(int levels);
/// What a scenario's literals can hold: None, truth, integers >= 0, floats that are not negative
/// and no nan, text, bytes.
rc::Gen<Value> literal();

}  // namespace arbitrary
}  // namespace touchstone
