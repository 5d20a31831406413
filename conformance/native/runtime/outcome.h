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
  /// The value, of an outcome that has not failed.
  T& result() { return *value; }  // NOLINT(bugprone-unchecked-optional-access): the caller's part
  const T& result() const { return *value; }  // NOLINT(bugprone-unchecked-optional-access)
  static Outcome failure(Value error) { return {std::nullopt, std::move(error)}; }
};

}  // namespace touchstone::native
