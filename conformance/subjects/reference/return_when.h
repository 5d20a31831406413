/// When a wait for futures returns, by the names that asyncio and concurrent.futures share.
#pragma once

#include <utility>

#include "conformance/native/operations/operations.h"

namespace touchstone::reference {

template <class ReturnWhen>
constexpr std::pair<const char*, ReturnWhen> return_conditions[] = {
    {"FIRST_COMPLETED", ReturnWhen::first_completed},
    {"FIRST_EXCEPTION", ReturnWhen::first_exception},
    {"ALL_COMPLETED", ReturnWhen::all_completed}};

/// ValueError for what is none of them.
template <class ReturnWhen>
ReturnWhen condition_from(const native::Value& name) {
  for (const auto& [text, condition] : return_conditions<ReturnWhen>) {
    if (native::equal(name, native::make_str(text))) return condition;
  }
  throw native::value_error(
      "Invalid return condition: " + native::utf8_from_points(native::repr_of(name)) +
      ": give FIRST_COMPLETED, FIRST_EXCEPTION or ALL_COMPLETED");
}

}  // namespace touchstone::reference
