// Threading, queues and futures of impl/ against the C++ standard library and CPython: one table of
// ratios from one run, times in nanoseconds by the wall clock. The flags of google benchmark work,
// --benchmark_out too: its figures are the single ones, a name once a round.
#include <benchmark/benchmark.h>

#include <thread>

#include "tools/bench/comparison/command_line.h"
#include "tools/bench/comparison/peer_process.h"
#include "tools/bench/comparison/registration.h"
#include "tools/bench/impl/operation.h"

namespace touchstone::bench {
namespace {

std::vector<Operation> all_operations() {
  std::vector<Operation> all;
  for (const auto& some :
       {lock_operations(), signal_operations(), queue_operations(), pool_operations()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Measurement in_nanoseconds(Measure measure) {
  return [measure](std::size_t count) { return static_cast<double>(measure(count).count()); };
}

/// Peers stand side by side and every round has all: what else the machine does touches them alike.
void add_round(const PeerProcess& python) {
  for (const auto& [name, ours, standard] : all_operations()) {
    register_peer(name, "ours", in_nanoseconds(ours));
    register_peer(name, "std", in_nanoseconds(standard));
    register_peer(name, "cpython", [&python, operation = std::string(name)](std::size_t count) {
      return python.measure(operation, count);
    });
  }
}

/// The C library leaves the atomics out of its mutex until a process has had a second thread.
void become_multithreaded() {
  std::thread([] {}).join();
}

bool compare(const Options& options) {
  const PeerProcess python({options.python, "-I", PYTHON_PEER});
  become_multithreaded();
  for (int round = 0; round < options.rounds; ++round) add_round(python);
  return run_comparison({"ours", "std", "cpython"});
}

}  // namespace
}  // namespace touchstone::bench

int main(int argc, char** argv) {
  using namespace touchstone::bench;
  benchmark::Initialize(&argc, argv);
  Options options;
  CLI::App app("impl/ against the C++ standard library and CPython");
  add_options(app, options);
  CLI11_PARSE(app, argc, argv);
  return compare(options) ? 0 : 1;
}
