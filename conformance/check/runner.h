/// Runs a check on a subject and says the verdict.
///
/// Never vacuous: a part that read no trace, a gate that was never opened, a property that gave up
/// generating is unresolved. A failed property is shrunk; the evidence is that of the smallest
/// failing execution.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

#include "conformance/check/check.h"
#include "conformance/check/token.h"
#include "conformance/subjects/subject.h"
#include "conformance/verdicts/judgement.h"

namespace touchstone {

struct RunnerOptions {
  std::uint64_t seed = 0;
  std::chrono::milliseconds deadline{5000};
  int executions = 25;        ///< of a part that picks
  int shrink_attempts = 200;  ///< executions spent on making a failure smaller
};

/// All parts of the check, up to the first that is red. `needs` are the claim's capabilities.
Judgement judge(const Check& check, Subject& subject, std::span<const std::string> needs,
                const RunnerOptions& options);

/// The one execution that the token stands for. Throws PickMismatch or TokenError where the check
/// has changed since.
Judgement repeat(const Check& check, Subject& subject, const Token& token,
                 const RunnerOptions& options);

}  // namespace touchstone
