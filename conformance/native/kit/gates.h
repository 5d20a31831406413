/// `gate(name)`: an activity stops until the kit opens the gate.
#pragma once

#include <string>

#include "conformance/trace/event.h"

namespace touchstone::native {

/// RuntimeError in the scenario where this activity has passed the gate before and it is not for
/// many.
void pass_gate(const std::string& name);

/// The same in three parts, for an activity that waits elsewhere than on its own thread.
void reach_gate(const std::string& name);
void leave_gate(const std::string& name);

}  // namespace touchstone::native
