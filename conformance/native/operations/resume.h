/// Driving generators, coroutines and the awaitables of async generators by the registry's
/// operations, whatever they are.
#pragma once

#include "conformance/native/runtime/generator.h"

namespace touchstone::native {

Suspension resume_next(Generator& generator);
Suspension resume_send(Generator& generator, Value sent);
Suspension resume_throw(Generator& generator, Value error);
void close_resumable(Generator& generator);

/// What a suspension is to the caller of next(), send() or throw(): a value, or the StopIteration
/// or error thrown.
Value value_or_throw(Suspension suspension);

}  // namespace touchstone::native
