#include "tools/bench/impl/comparison_reporter.h"

#include <fmt/format.h>

namespace touchstone::bench {

void ComparisonReporter::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    failed_ |= run.error_occurred;
    if (run.error_occurred || run.iterations == 0) continue;
    comparison_.add(run.run_name.function_name,
                    run.real_accumulated_time / static_cast<double>(run.iterations) * 1e9);
  }
}

void ComparisonReporter::Finalize() { fmt::print("\n{}", comparison_.table()); }

}  // namespace touchstone::bench
