/// Calls of scenario functions: what the operations need from the interpreter.
#pragma once

#include "conformance/native/runtime/arguments.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/generator.h"
#include "conformance/native/runtime/outcome.h"

namespace touchstone::native {

/// Runs a def or lambda to its end; for a generator function, async function or async generator
/// function gives its object.
Outcome<Value> call_function(Function& function, Arguments& arguments);

/// Hands a resumable that has not started to the registry's operation for its flavour.
Value create_resumable(const Ref<Generator>& fresh);

/// A coroutine object that awaits `awaitable` and ends with its result.
Value coroutine_awaiting(Value awaitable);

/// The names of the function's positional parameters, in order.
std::vector<std::string> parameter_names(const Function& function);

}  // namespace touchstone::native
