/// Stable sorting by `<` alone, and filling dicts: shared by methods and functions.
#pragma once

#include "conformance/native/operations/operations.h"

namespace touchstone::native {

/// Merge sort: errors of comparisons go out, equal items keep their order, also when reversed.
Values sorted(Values items, const Value& key, bool reverse);
/// Takes over a mapping's items or an iterable's pairs.
void update_dict(Dict& dict, const Value& source);

}  // namespace touchstone::native
