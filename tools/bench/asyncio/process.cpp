#include "tools/bench/asyncio/process.h"

#include <unistd.h>

#include <ctime>
#include <fstream>
#include <stdexcept>

namespace touchstone::bench {

std::int64_t cpu_nanoseconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::int64_t resident_bytes() {
  std::int64_t size = 0;
  std::int64_t resident = 0;
  if (!(std::ifstream("/proc/self/statm") >> size >> resident))
    throw std::runtime_error("/proc/self/statm cannot be read");
  return resident * sysconf(_SC_PAGESIZE);
}

}  // namespace touchstone::bench
