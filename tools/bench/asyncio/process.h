/// What this process has used so far.
#pragma once

#include <cstdint>

namespace touchstone::bench {

/// CPU time of all its threads, in user code and in the system. Other load does not stretch it.
std::int64_t cpu_nanoseconds();
/// Memory that it has in RAM.
std::int64_t resident_bytes();

}  // namespace touchstone::bench
