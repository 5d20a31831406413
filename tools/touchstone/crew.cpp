#include "tools/touchstone/crew.h"

#include <fstream>
#include <string>

namespace touchstone::cli {

bool IdleProcessors::any() {
  const auto now = idle_ticks();
  const bool idle = !now || now != before_;
  before_ = now;
  return idle;
}

/// The first line of /proc/stat sums up all processors: user, nice, system, idle ...
std::optional<std::uint64_t> IdleProcessors::idle_ticks() {
  std::ifstream statistics("/proc/stat");
  std::string all;
  std::uint64_t user = 0;
  std::uint64_t nice = 0;
  std::uint64_t system = 0;
  std::uint64_t idle = 0;
  if (statistics >> all >> user >> nice >> system >> idle) return idle;
  return std::nullopt;
}

}  // namespace touchstone::cli
