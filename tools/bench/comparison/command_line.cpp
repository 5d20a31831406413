#include "tools/bench/comparison/command_line.h"

#include <benchmark/benchmark.h>

#include <utility>

#include "tools/bench/comparison/comparison_reporter.h"

namespace touchstone::bench {

void add_options(CLI::App& app, Options& options) {
  app.add_option("--rounds", options.rounds, "How often all is measured")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--python", options.python, "The interpreter")->capture_default_str();
}

bool run_comparison(std::vector<std::string> peers) {
  ComparisonReporter reporter(std::move(peers));
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return !reporter.failed();
}

}  // namespace touchstone::bench
