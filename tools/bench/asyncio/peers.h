/// What is compared, and with whom. Thread safety: none is needed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/bench/comparison/registration.h"

namespace touchstone::bench {

struct Peer {
  std::string name;
  std::vector<std::string> command;  ///< for PeerProcess
};

/// Ours is the first. `python` is the interpreter of two of them.
std::vector<Peer> asyncio_peers(const std::string& python);

struct AsyncioOperation {
  std::string name;
  std::size_t count;
  Unit unit = Unit::nanoseconds;
};

const std::vector<AsyncioOperation>& asyncio_operations();

}  // namespace touchstone::bench
