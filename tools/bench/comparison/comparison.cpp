#include "tools/bench/comparison/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

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

void Comparison::add(const std::string& name, double figure) {
  const std::size_t slash = name.rfind('/');
  const auto peer = std::ranges::find(peers_, name.substr(slash + 1));
  const auto index = static_cast<std::size_t>(peer - peers_.begin());
  row_of(name.substr(0, slash)).figures.at(index).push_back(figure);
}

std::string Comparison::table() const {
  std::string text = head();
  for (const Row& row : rows_) {
    if (std::ranges::none_of(row.figures, &std::vector<double>::empty)) text += line(row);
  }
  return text;
}

std::string Comparison::head() const {
  std::string text = fmt::format("{:<24}", "operation");
  for (const auto& peer : peers_) text += fmt::format("{:>12}", peer);
  for (auto peer = peers_.begin() + 1; peer != peers_.end(); ++peer)
    text += fmt::format("{:>14}", *peer + "/" + peers_.front());
  return text + "\n";
}

std::string Comparison::line(const Row& row) {
  std::string text = fmt::format("{:<24}", row.operation);
  for (const auto& figures : row.figures) text += fmt::format("{:>12.1f}", median(figures));
  for (auto figures = row.figures.begin() + 1; figures != row.figures.end(); ++figures)
    text += fmt::format("{:>14.2f}", median_ratio(*figures, row.figures.front()));
  return text + "\n";
}

Comparison::Row& Comparison::row_of(const std::string& operation) {
  const auto found = std::ranges::find(rows_, operation, &Row::operation);
  if (found != rows_.end()) return *found;
  return rows_.emplace_back(Row{operation, std::vector<std::vector<double>>(peers_.size())});
}

}  // namespace touchstone::bench
