/// The errors that an activation is handling, innermost last, and where the search goes on: at the
/// activation that waits for this one, and behind the last of those at the one that resumed it.
#pragma once

#include <vector>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

struct HandledErrors {
  std::vector<Value> errors;
  const HandledErrors* resumer = nullptr;  ///< while it runs
  HandledErrors* delegator =
      nullptr;  ///< of the activation that waits for this one, if it is run in its place
};

}  // namespace touchstone::native
