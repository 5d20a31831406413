/// Claims x faults: which fault turned which check red, and how.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "conformance/verdicts/results.h"
#include "tools/touchstone/fault_catalog.h"

namespace touchstone::cli {

class FaultMatrix {
 public:
  explicit FaultMatrix(std::vector<PlantedFault> faults) : faults_(std::move(faults)) {}

  /// Of several rows for one claim a kill is kept, or else a red one.
  void add(const std::string& fault, const Row& row);

  /// Claims, of those given, that no fault which names them turned red.
  std::vector<std::string> survivors(const std::vector<std::string>& claims) const;
  /// Claims that a fault names and does not turn red, as "fault: claim".
  std::vector<std::string> misses() const;
  /// Faults under which nothing that they name could be judged: they do not load, or break the
  /// subject.
  std::vector<std::string> broken() const;
  /// Red claims that a fault does not name, by fault.
  std::map<std::string, std::vector<std::string>> over_kills() const;
  /// Claims that a lawful mutant turned red, as "mutant: claim": false alarms.
  std::vector<std::string> false_alarms() const;

  const std::vector<PlantedFault>& faults() const { return faults_; }

 private:
  /// Null where the fault was not tried on the claim.
  const Row* row_of(const std::string& fault, const std::string& claim) const;
  bool killed(const std::string& fault, const std::string& claim) const;
  std::vector<std::string> red(const PlantedFault& fault) const;

  std::vector<PlantedFault> faults_;
  std::map<std::string, std::map<std::string, Row>> rows_;
};

}  // namespace touchstone::cli
