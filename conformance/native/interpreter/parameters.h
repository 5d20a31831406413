/// Matching the arguments of a call with the parameters of a def or lambda, as Python matches them.
#pragma once

#include "conformance/native/interpreter/frame.h"
#include "conformance/native/runtime/arguments.h"

namespace touchstone::native {

/// Fills the frame's first slots; TypeError for what is missing, surplus, unknown or given twice.
void bind_arguments(const Function& function, Arguments& arguments, Frame& frame);

}  // namespace touchstone::native
