/// What threading raises beyond Python's built-in errors.
#pragma once

#include "impl/errors/hierarchy.h"

namespace threading {

/// A barrier that was broken or reset while a thread waited, or is broken when it comes.
struct BrokenBarrierError : errors::Derived<BrokenBarrierError, errors::RuntimeError> {
  static constexpr std::string_view type_name = "threading.BrokenBarrierError";
  using Derived::Derived;
};

}  // namespace threading
