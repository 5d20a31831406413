/// Smaller trees made from a tree: how trees shrink. Internal to arbitrary_tree.
#pragma once

#include <optional>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

/// The tree after its edit number `index`: a part taken away, or replaced by something below it or
/// by something plain. Nothing where there are no more edits. Larger parts come first. What comes
/// out is smaller, but not always a scenario.
std::optional<Module> edited(const Module& tree, int index);

}  // namespace touchstone::scenario
