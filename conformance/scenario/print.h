/// Tree to text: valid Python, four spaces a level, parentheses only where precedence needs them.
/// For every tree that validate() accepts, parse(print(tree)) == tree. Trees that it refuses are
/// printed as well as they can be, for messages; never a crash.
#pragma once

#include <string>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

std::string print(const Module& tree);
/// One line, without its end.
std::string print(const Expr& expr);

}  // namespace touchstone::scenario
