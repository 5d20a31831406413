/// Errors that scenarios raise.
#pragma once

namespace touchstone {

/// Of three unrelated classes, in the order of the scenarios' own lists.
inline constexpr const char* kErrors[] = {"KeyError", "ValueError", "OSError"};

}  // namespace touchstone
