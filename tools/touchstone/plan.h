/// What a run is to judge: every selected claim on every selected subject, as often as asked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conformance/check/check.h"
#include "conformance/verdicts/verdict.h"
#include "spec/claim.h"

namespace touchstone::cli {

/// One claim on one subject, once. Pointers stay valid as long as the spec and the registered
/// checks.
struct Item {
  const spec::Claim* claim = nullptr;
  const Check* check = nullptr;  ///< nullptr: the claim has no check yet, which is red
  std::string subject;
  Verdict expected = Verdict::conforms;
  std::string reason = {};
  bool intermittent = false;
  std::uint64_t seed = 0;
  int repetition = 0;
};

using Plan = std::vector<Item>;

}  // namespace touchstone::cli
