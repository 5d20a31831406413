/// How programs shrink.
#pragma once

#include <vector>

#include "conformance/programs/program.h"

namespace touchstone::programs {

/// The programs that lack one part of this one or have something plainer in its place, those that
/// lack most first. Each is a program: what nothing begins any more is gone, and what waited for
/// it.
std::vector<Program> smaller(const Program& program);

}  // namespace touchstone::programs
