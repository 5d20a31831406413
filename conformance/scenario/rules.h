/// The parts of validate(), each a set of rules that one walk over the tree can judge. Each throws
/// InvalidScenario. They expect a tree of at most max_height levels; those after check_shape expect
/// its rules to hold.
#pragma once

#include <string>

#include "conformance/scenario/validate.h"

namespace touchstone::scenario {

/// What stands where: node by node.
void check_shape(const Module& tree);
/// return, yield, await, break, continue, asynchronous statements and comprehensions; blocks that
/// nest too deeply for Python.
void check_flow(const Module& tree);
/// Binding: global, nonlocal, repeated parameters, the kit's names.
void check_names(const Module& tree);
/// How the kit's names are used; main.
void check_kit_calls(const Module& tree);

[[noreturn]] void refuse(Position at, const std::string& message);

}  // namespace touchstone::scenario
