/// Where the kit's own descriptors are.
#pragma once

namespace touchstone::native {

/// The descriptor, moved out of the way of what a scenario opens and counts, and closed on exec.
/// Throws std::system_error where it is none or cannot be moved.
int moved_up(int descriptor);

}  // namespace touchstone::native
