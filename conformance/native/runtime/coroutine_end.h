/// What sees the coroutine objects that nothing refers to any more.
#pragma once

#include "conformance/native/runtime/generator.h"

namespace touchstone::native {

/// `see` is given each coroutine object that is about to go, with its activation still there. It
/// must not throw, and must not keep the object. Set once, before the first run.
void set_coroutine_end(void (*see)(Generator& coroutine));

}  // namespace touchstone::native
