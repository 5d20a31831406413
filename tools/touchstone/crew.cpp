#include "tools/touchstone/crew.h"

#include <fstream>
#include <string>
#include <utility>

namespace touchstone::cli {

bool SpareTime::is_left() {
  const auto now = ticks();
  const auto before = std::exchange(before_, now);
  if (!now || !before) return true;
  return now->all > before->all && 4 * (now->idle - before->idle) >= now->all - before->all;
}

/// The first line of /proc/stat sums up all processors: user, nice, system, idle, waiting for
/// input or output, two kinds of interrupts, stolen.
std::optional<SpareTime::Ticks> SpareTime::ticks() {
  constexpr int kinds = 8;
  constexpr int idle = 3;
  std::ifstream statistics("/proc/stat");
  std::string processors;
  statistics >> processors;
  Ticks sum;
  for (int kind = 0; kind < kinds; ++kind) {
    std::uint64_t of_kind = 0;
    if (!(statistics >> of_kind)) return std::nullopt;
    sum.all += of_kind;
    if (kind == idle) sum.idle = of_kind;
  }
  return sum;
}

}  // namespace touchstone::cli
