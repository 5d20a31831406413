/// Errors across the border: a Python exception of the scenario as impl/ sees it, and impl/'s
/// errors as Python exceptions.
#pragma once

#include <exception>
#include <utility>

#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "impl/errors/base_exception.h"

namespace touchstone::reference {

/// Carries a scenario's exception through impl/, which asks by class names.
class ScenarioError : public errors::BaseException {
 public:
  explicit ScenarioError(native::Value exception);
  const native::Value& exception() const { return exception_; }
  std::string_view name() const noexcept override;
  bool is(std::string_view type) const noexcept override;

 private:
  native::Value exception_;
};

std::exception_ptr carried(native::Value exception);
/// The exception inside, or the Python exception that impl/'s error stands for.
native::Value exception_of(const std::exception_ptr& error);

/// Runs scenario code on behalf of impl/: a PythonError becomes a ScenarioError.
template <class Action>
auto for_implementation(Action action) {
  try {
    return action();
  } catch (const native::PythonError& error) {
    throw ScenarioError(error.exception());
  }
}

}  // namespace touchstone::reference
