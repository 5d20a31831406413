/// A value or a Python error, for those who want both without a C++ exception.
#pragma once

#include <optional>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

template <class T>
struct Outcome {
  std::optional<T> value;
  Value error;  ///< the exception, where there is no value

  bool failed() const { return !value.has_value(); }
  static Outcome failure(Value error) { return {std::nullopt, std::move(error)}; }
};

}  // namespace touchstone::native
