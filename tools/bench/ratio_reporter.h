/// Shows each benchmark's time as a ratio to one of them, measured in the same run: absolute times
/// of one machine say little.
#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace touchstone::bench {

class RatioReporter : public benchmark::ConsoleReporter {
 public:
  explicit RatioReporter(std::string yardstick) : yardstick_(std::move(yardstick)) {}
  void ReportRuns(const std::vector<Run>& runs) override;
  /// Prints the table; nothing where the yardstick did not run.
  void Finalize() override;

 private:
  struct Figure {
    std::string name;
    double nanoseconds;
  };
  std::string yardstick_;
  std::vector<Figure> figures_;
};

}  // namespace touchstone::bench
