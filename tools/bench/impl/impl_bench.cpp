// Threading, queues and futures of impl/ against the C++ standard library and CPython: one table of
// ratios from one run. The flags of google benchmark work, --benchmark_out too: its figures are
// the single ones, a name once a round.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <thread>

#include "tools/bench/impl/comparison_reporter.h"
#include "tools/bench/impl/operation.h"
#include "tools/bench/impl/python_peer.h"

namespace touchstone::bench {
namespace {

using AnyMeasure = std::function<Nanoseconds(std::size_t)>;

struct Options {
  int rounds = 5;
  std::string python = "/usr/bin/python3";
};

std::vector<Operation> all_operations() {
  std::vector<Operation> all;
  for (const auto& some :
       {lock_operations(), signal_operations(), queue_operations(), pool_operations()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

/// All iterations are one call of `measure`, which takes the time itself.
void run(benchmark::State& state, const AnyMeasure& measure) {
  const auto count = state.max_iterations;
  while (state.KeepRunningBatch(count)) {
    try {
      const std::chrono::duration<double> time = measure(static_cast<std::size_t>(count));
      state.SetIterationTime(time.count());
    } catch (const std::exception& error) {
      return state.SkipWithError(error.what());
    }
  }
}

void add(const std::string& operation, std::string_view peer, AnyMeasure measure) {
  benchmark::RegisterBenchmark(fmt::format("{}/{}", operation, peer).c_str(), run,
                               std::move(measure))
      ->UseManualTime();
}

/// Peers stand side by side and every round has all: what else the machine does touches them alike.
void add_round(const PythonPeer& python) {
  for (const auto& [name, ours, standard] : all_operations()) {
    add(name, kPeers[0], ours);
    add(name, kPeers[1], standard);
    add(name, kPeers[2], [&python, operation = std::string(name)](std::size_t count) {
      return python.measure(operation, count);
    });
  }
}

/// The C library leaves the atomics out of its mutex until a process has had a second thread.
void become_multithreaded() {
  std::thread([] {}).join();
}

bool compare(const Options& options) {
  const PythonPeer python(options.python, PYTHON_PEER);
  become_multithreaded();
  for (int round = 0; round < options.rounds; ++round) add_round(python);
  ComparisonReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return !reporter.failed();
}

}  // namespace
}  // namespace touchstone::bench

int main(int argc, char** argv) {
  using namespace touchstone::bench;
  benchmark::Initialize(&argc, argv);
  Options options;
  CLI::App app("impl/ against the C++ standard library and CPython");
  app.add_option("--rounds", options.rounds, "How often all is measured")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--python", options.python, "The interpreter")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return compare(options) ? 0 : 1;
}
