#include "tools/touchstone/seed.h"

#include <fmt/format.h>

#include <cstdio>
#include <random>

namespace touchstone::cli {

std::uint64_t fresh_seed() { return std::random_device()() % 1'000'000'000u; }

void print_seed(std::uint64_t seed) {
  fmt::print("seed {}\n", seed);
  std::fflush(stdout);
}

}  // namespace touchstone::cli
