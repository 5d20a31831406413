// impl/asyncio against Boost.Asio's awaitables, CPython's asyncio and uvloop: one table of ratios
// from one run. Figures are of one operation: nanoseconds of CPU time, which other load does not
// stretch, or the bytes that memory_of_sleepers names. Each measurement has a process of its own.
// The flags of google benchmark work.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <iterator>

#include "tools/bench/asyncio/peers.h"
#include "tools/bench/comparison/command_line.h"
#include "tools/bench/comparison/peer_process.h"

namespace touchstone::bench {
namespace {

/// Peers stand side by side and every round has all: what else the machine does touches them alike.
void add_round(const std::vector<Peer>& peers, std::size_t part) {
  for (const auto& operation : asyncio_operations()) {
    for (const auto& peer : peers) {
      const auto measure = [command = peer.command, name = operation.name](std::size_t count) {
        return PeerProcess(command).measure(name, count);
      };
      register_peer(operation.name, peer.name, measure, operation.unit)
          ->Iterations(static_cast<benchmark::IterationCount>(operation.count / part));
    }
  }
}

bool compare(const Options& options, std::size_t part) {
  const auto peers = asyncio_peers(options.python);
  for (int round = 0; round < options.rounds; ++round) add_round(peers, part);
  std::vector<std::string> names;
  std::ranges::transform(peers, std::back_inserter(names), &Peer::name);
  return run_comparison(std::move(names));
}

}  // namespace
}  // namespace touchstone::bench

int main(int argc, char** argv) {
  using namespace touchstone::bench;
  benchmark::Initialize(&argc, argv);
  Options options;
  std::size_t part = 1;
  CLI::App app("impl/asyncio against Boost.Asio, CPython's asyncio and uvloop");
  add_options(app, options);
  app.add_option("--part", part, "Does one Nth of the work only")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return compare(options, part) ? 0 : 1;
}
