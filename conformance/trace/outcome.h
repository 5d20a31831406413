/// How an operation ended: with a value or with an error.
#pragma once

#include <iosfwd>
#include <utility>
#include <variant>

#include "conformance/values/value.h"

namespace touchstone {

class Outcome {
 public:
  Outcome() = default;  ///< None
  Outcome(Value value) : held_(std::move(value)) {}
  /// Named, since an error may be a value too: the result of `f.exception()`, for example.
  static Outcome raised(ErrorValue error) {
    Outcome outcome;
    outcome.held_ = std::move(error);
    return outcome;
  }

  /// The value, or nullptr where an error was raised.
  const Value* value() const { return std::get_if<Value>(&held_); }
  /// The error, or nullptr where there is a value.
  const ErrorValue* error() const { return std::get_if<ErrorValue>(&held_); }

  friend bool operator==(const Outcome& a, const Outcome& b);

 private:
  std::variant<Value, ErrorValue> held_;
};

void PrintTo(const Outcome& outcome, std::ostream* out);

}  // namespace touchstone
