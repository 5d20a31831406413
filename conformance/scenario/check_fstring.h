/// Which f-strings Python before 3.12 can write: no backslash and no reused quote between braces,
/// so strings in there are plain.
#pragma once

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

/// Throws InvalidScenario, at `at`. Judges strings and parts, not the expressions' other rules.
void check_fstring(const JoinedStr& node, Position at);

}  // namespace touchstone::scenario
