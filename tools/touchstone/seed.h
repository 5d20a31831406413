/// The number that makes a command's random choices repeatable.
#pragma once

#include <cstdint>

namespace touchstone::cli {

/// Another one each time, short enough to type.
std::uint64_t fresh_seed();

/// On stdout, at once: what follows may take long.
void print_seed(std::uint64_t seed);

}  // namespace touchstone::cli
