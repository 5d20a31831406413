#include "tools/touchstone/fault_matrix.h"

#include <algorithm>

namespace touchstone::cli {
namespace {

/// By an assertion of the check, or because the thing that had to end did not.
bool counts_as_kill(Verdict verdict) {
  return verdict == Verdict::violates || verdict == Verdict::hung;
}

bool keeps_from_judging(Verdict verdict) {
  return verdict == Verdict::crashed || verdict == Verdict::protocol_error ||
         verdict == Verdict::unresolved;
}

}  // namespace

const Row* FaultMatrix::row_of(const std::string& fault, const std::string& claim) const {
  const auto rows = rows_.find(fault);
  if (rows == rows_.end()) return nullptr;
  const auto row = rows->second.find(claim);
  return row == rows->second.end() ? nullptr : &row->second;
}

bool FaultMatrix::killed(const std::string& fault, const std::string& claim) const {
  const Row* row = row_of(fault, claim);
  return row != nullptr && counts_as_kill(row->verdict);
}

std::vector<std::string> FaultMatrix::survivors(const std::vector<std::string>& claims) const {
  std::vector<std::string> alive;
  for (const std::string& claim : claims)
    if (std::ranges::none_of(faults_, [&](const PlantedFault& fault) {
          return names(fault, claim) && killed(fault.name, claim);
        }))
      alive.push_back(claim);
  return alive;
}

std::vector<std::string> FaultMatrix::misses() const {
  std::vector<std::string> missed;
  for (const PlantedFault& fault : faults_)
    for (const std::string& claim : fault.kills)
      if (row_of(fault.name, claim) != nullptr && !killed(fault.name, claim))
        missed.push_back(fault.name + ": " + claim);
  return missed;
}

std::vector<std::string> FaultMatrix::broken() const {
  std::vector<std::string> broken;
  for (const PlantedFault& fault : faults_) {
    std::vector<Verdict> verdicts;
    for (const std::string& claim : fault.kills)
      if (const Row* row = row_of(fault.name, claim)) verdicts.push_back(row->verdict);
    if (!verdicts.empty() && std::ranges::all_of(verdicts, keeps_from_judging))
      broken.push_back(fault.name);
  }
  return broken;
}

void FaultMatrix::add(const std::string& fault, const Row& row) {
  Row& kept = rows_[fault].try_emplace(row.claim, row).first->second;
  if (is_red(row.verdict) && !counts_as_kill(kept.verdict)) kept = row;
}

std::vector<std::string> FaultMatrix::red(const PlantedFault& fault) const {
  std::vector<std::string> claims;
  const auto rows = rows_.find(fault.name);
  if (rows == rows_.end()) return claims;
  for (const auto& [claim, row] : rows->second)
    if (is_red(row.verdict)) claims.push_back(claim);
  return claims;
}

std::map<std::string, std::vector<std::string>> FaultMatrix::over_kills() const {
  std::map<std::string, std::vector<std::string>> over;
  for (const PlantedFault& fault : faults_)
    if (!fault.lawful)
      for (const std::string& claim : red(fault))
        if (!names(fault, claim)) over[fault.name].push_back(claim);
  return over;
}

std::vector<std::string> FaultMatrix::false_alarms() const {
  std::vector<std::string> alarms;
  for (const PlantedFault& fault : faults_)
    if (fault.lawful)
      for (const std::string& claim : red(fault)) alarms.push_back(fault.name + ": " + claim);
  return alarms;
}

}  // namespace touchstone::cli
