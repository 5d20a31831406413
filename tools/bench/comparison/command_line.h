/// What the command lines of all comparisons have, and their end.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace touchstone::bench {

struct Options {
  int rounds = 5;
  std::string python = "/usr/bin/python3";
};

void add_options(CLI::App& app, Options& options);

/// Runs what has been registered and shows it as a Comparison of `peers`. False where an operation
/// could not be measured.
bool run_comparison(std::vector<std::string> peers);

}  // namespace touchstone::bench
