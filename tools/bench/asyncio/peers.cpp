#include "tools/bench/asyncio/peers.h"

namespace touchstone::bench {

std::vector<Peer> asyncio_peers(const std::string& python) {
  return {
      {"ours", {OUR_PEER}},
      {"boost", {BOOST_PEER}},
      {"cpython", {python, "-I", PYTHON_PEER, "asyncio"}},
      {"uvloop", {python, "-I", PYTHON_PEER, "uvloop"}},
  };
}

const std::vector<AsyncioOperation>& asyncio_operations() {
  static const std::vector<AsyncioOperation> operations{
      {"call_soon_chain", 100'000},  // a callback that schedules the next
      {"call_soon_batch", 200'000},  // all of them in one turn
      {"create_and_await", 100'000},
      {"task_switch", 200'000},
      {"gather_10000", 50'000},
      {"timers_call_later", 200'000},
      {"timers_sleep", 200'000},
      {"cancel_sleepers", 100'000},
      {"memory_of_sleepers", 100'000, Unit::bytes},
  };
  return operations;
}

}  // namespace touchstone::bench
