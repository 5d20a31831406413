/// Random programs, repeatable from a seed.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <iosfwd>

#include "conformance/programs/grammar.h"
#include "conformance/programs/program.h"

namespace touchstone::programs {

/// The program that `seed` gives, on every machine: some twenty steps in some five activities.
Program random_program(std::uint64_t seed, const Grammar& grammar = {});

/// The seed of one of the many programs that one seed stands for.
std::uint64_t seed_of(std::uint64_t seed, std::uint64_t index);

/// RapidCheck shows counterexamples as text.
void showValue(const Program& program, std::ostream& out);

}  // namespace touchstone::programs

namespace touchstone::arbitrary {

/// Shrinks by losing steps and activities.
rc::Gen<programs::Program> program();

}  // namespace touchstone::arbitrary
