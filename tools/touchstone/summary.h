/// The end of a run in words: a table of verdicts by subject and chapter, what was unexpected with
/// its evidence and the line that repeats it.
#pragma once

#include <map>
#include <string>

#include "conformance/verdicts/results.h"

namespace touchstone::cli {

class Summary {
 public:
  void add(const Row& row);
  void print() const;
  const Tally& tally() const { return tally_; }

 private:
  Tally tally_;
  std::map<std::pair<std::string, std::string>, std::map<std::string, int>> table_;
};

/// One unexpected verdict with all that shows it.
void print_unexpected(const Row& row);

}  // namespace touchstone::cli
