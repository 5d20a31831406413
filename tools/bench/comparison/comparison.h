/// Figures of several peers over several rounds, as one table of medians and ratios.
#pragma once

#include <string>
#include <vector>

namespace touchstone::bench {

class Comparison {
 public:
  /// The first of `peers` is ours, to which the others are the ratio.
  explicit Comparison(std::vector<std::string> peers) : peers_(std::move(peers)) {}

  /// `name` is OPERATION/PEER; the figures of a name come in the order of the rounds.
  void add(const std::string& name, double figure);

  /// A line an operation, in the order in which they came; those that lack a peer's figure are left
  /// out. A ratio is the median of the rounds' ratios: peers of a round were measured one right
  /// after the other, so that what else the machine does touches them alike.
  std::string table() const;

 private:
  struct Row {
    std::string operation;
    std::vector<std::vector<double>> figures;  ///< a list for each peer
  };

  std::string head() const;
  static std::string line(const Row& row);
  Row& row_of(const std::string& operation);

  std::vector<std::string> peers_;
  std::vector<Row> rows_;
};

}  // namespace touchstone::bench
