#include "tools/bench/comparison/comparison_reporter.h"

#include <fmt/format.h>

#include "tools/bench/comparison/registration.h"

namespace touchstone::bench {

void ComparisonReporter::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    failed_ |= run.error_occurred;
    if (!run.error_occurred && run.iterations > 0)
      comparison_.add(run.run_name.function_name, figure_of(run));
  }
}

void ComparisonReporter::Finalize() { fmt::print("\n{}", comparison_.table()); }

}  // namespace touchstone::bench
