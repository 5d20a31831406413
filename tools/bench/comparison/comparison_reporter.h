/// Shows the runs as they come, and at the end all of them as a Comparison.
#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "tools/bench/comparison/comparison.h"

namespace touchstone::bench {

class ComparisonReporter : public benchmark::ConsoleReporter {
 public:
  explicit ComparisonReporter(std::vector<std::string> peers) : comparison_(std::move(peers)) {}
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;
  /// Whether an operation could not be measured.
  bool failed() const { return failed_; }

 private:
  Comparison comparison_;
  bool failed_ = false;
};

}  // namespace touchstone::bench
