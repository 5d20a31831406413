/// Programs as text in the scenario language.
///
/// A spaced program divides each second of the virtual clock among its activities: `turn(slot)`
/// sleeps until the next instant that is the activity's alone. Every interaction, every return and
/// every error that is no cancellation stands right behind such a turn; every limit ends at an
/// instant of its own.
#pragma once

#include <span>
#include <string>

#include "conformance/programs/program.h"

namespace touchstone::programs {

/// A scenario of its own, which tells of each step by log(ACTIVITY, STEP, ...).
std::string text_of(const Program& program, Mode mode);

/// Many programs in one scenario, run one after the other on one clock. Of each it logs
/// "program": its result or the kind of its error, and its notes as [TIME, ACTIVITY, STEP, ...].
std::string batch_of(std::span<const Program> programs, Mode mode);

}  // namespace touchstone::programs
