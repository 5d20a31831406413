#include "tools/bench/ratio_reporter.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::bench {

void RatioReporter::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs)
    if (!run.error_occurred && run.iterations > 0)
      figures_.push_back({run.benchmark_name(),
                          run.real_accumulated_time / static_cast<double>(run.iterations) * 1e9});
}

void RatioReporter::Finalize() {
  const auto yardstick = std::ranges::find(figures_, yardstick_, &Figure::name);
  if (yardstick == figures_.end()) return;
  fmt::print("\n{:<44} {:>12} {:>10}\n", "", "us", "x " + yardstick_);
  for (const Figure& figure : figures_)
    fmt::print("{:<44} {:>12.2f} {:>10.2f}\n", figure.name, figure.nanoseconds / 1000,
               figure.nanoseconds / yardstick->nanoseconds);
}

}  // namespace touchstone::bench
