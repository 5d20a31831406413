#include "tools/bench/comparison/registration.h"

#include <utility>

namespace touchstone::bench {
namespace {

constexpr const char* kBytes = "bytes";
constexpr double kNanosecondsInASecond = 1e9;

void run(benchmark::State& state, const Measurement& measurement, Unit unit) {
  const auto count = state.max_iterations;
  while (state.KeepRunningBatch(count)) {
    try {
      const double figure = measurement(static_cast<std::size_t>(count));
      if (unit == Unit::bytes) {
        state.SetIterationTime(0);
        state.counters[kBytes] = figure / static_cast<double>(count);
      } else {
        state.SetIterationTime(figure / kNanosecondsInASecond);
      }
    } catch (const std::exception& error) {
      return state.SkipWithError(error.what());
    }
  }
}

}  // namespace

benchmark::internal::Benchmark* register_peer(const std::string& operation, const std::string& peer,
                                              Measurement measurement, Unit unit) {
  const std::string name = operation + "/" + peer;
  return benchmark::RegisterBenchmark(name.c_str(), run, std::move(measurement), unit)
      ->UseManualTime();
}

double figure_of(const benchmark::BenchmarkReporter::Run& run) {
  if (const auto bytes = run.counters.find(kBytes); bytes != run.counters.end())
    return bytes->second;
  return run.real_accumulated_time / static_cast<double>(run.iterations) * kNanosecondsInASecond;
}

}  // namespace touchstone::bench
