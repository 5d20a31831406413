/// Figures of three peers over several rounds, as one table of medians and ratios.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::bench {

inline constexpr std::array<std::string_view, 3> kPeers{"ours", "std", "cpython"};

class Comparison {
 public:
  /// `name` is OPERATION/PEER; the figures of a name come in the order of the rounds.
  void add(const std::string& name, double nanoseconds);

  /// A line an operation, in the order in which they came; those that lack a peer's figure are left
  /// out. A ratio is the median of the rounds' ratios: peers of a round were measured one right
  /// after the other, so that what else the machine does touches them alike.
  std::string table() const;

 private:
  struct Row {
    std::string operation;
    std::array<std::vector<double>, kPeers.size()> figures;
  };

  static std::string line(const Row& row);
  Row& row_of(const std::string& operation);

  std::vector<Row> rows_;
};

}  // namespace touchstone::bench
