#include "tools/bench/impl/comparison.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::bench {
namespace {

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double median_ratio(const std::vector<double>& over, const std::vector<double>& under) {
  std::vector<double> ratios;
  std::ranges::transform(over, under, std::back_inserter(ratios), std::divides());
  return median(std::move(ratios));
}

}  // namespace

void Comparison::add(const std::string& name, double nanoseconds) {
  const std::size_t slash = name.rfind('/');
  const auto peer = std::ranges::find(kPeers, std::string_view(name).substr(slash + 1));
  const auto index = static_cast<std::size_t>(peer - kPeers.begin());
  row_of(name.substr(0, slash)).figures.at(index).push_back(nanoseconds);
}

std::string Comparison::table() const {
  std::string text = fmt::format("{:<24}{:>12}{:>12}{:>12}{:>12}{:>14}\n", "operation", "ours ns",
                                 "std ns", "cpython ns", "ours/std", "cpython/ours");
  for (const Row& row : rows_) {
    if (std::ranges::none_of(row.figures, &std::vector<double>::empty)) text += line(row);
  }
  return text;
}

std::string Comparison::line(const Row& row) {
  const auto& [ours, standard, cpython] = row.figures;
  return fmt::format("{:<24}{:>12.1f}{:>12.1f}{:>12.1f}{:>12.2f}{:>14.1f}\n", row.operation,
                     median(ours), median(standard), median(cpython), median_ratio(ours, standard),
                     median_ratio(cpython, ours));
}

Comparison::Row& Comparison::row_of(const std::string& operation) {
  const auto found = std::ranges::find(rows_, operation, &Row::operation);
  return found != rows_.end() ? *found : rows_.emplace_back(Row{operation, {}});
}

}  // namespace touchstone::bench
