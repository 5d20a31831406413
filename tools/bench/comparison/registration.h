/// How a measurement of a peer becomes a benchmark: one call for all iterations, which takes its
/// figure itself.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <string>

namespace touchstone::bench {

enum class Unit { nanoseconds, bytes };

/// What `count` operations took, the loop around them included. What it throws fails the benchmark.
using Measurement = std::function<double(std::size_t count)>;

/// The benchmark OPERATION/PEER. Its number of iterations is google benchmark's choice, unless the
/// caller makes one.
benchmark::internal::Benchmark* register_peer(const std::string& operation, const std::string& peer,
                                              Measurement measurement,
                                              Unit unit = Unit::nanoseconds);

/// Of one operation in such a run.
double figure_of(const benchmark::BenchmarkReporter::Run& run);

}  // namespace touchstone::bench
