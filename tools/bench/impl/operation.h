/// What is compared: the operations that impl/, the C++ standard library and CPython all have.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/bench/impl/stopwatch.h"

namespace touchstone::bench {

/// How long `count` operations take, the loop around them included.
using Measure = Nanoseconds (*)(std::size_t count);

struct Operation {
  const char* name;  ///< CPython's is that of python_peer.py
  Measure ours;
  Measure standard;
};

std::vector<Operation> lock_operations();
std::vector<Operation> signal_operations();
std::vector<Operation> queue_operations();
std::vector<Operation> pool_operations();

}  // namespace touchstone::bench
