/// One execution of one part on one subject.
#pragma once

#include "conformance/check/check.h"
#include "conformance/check/trial.h"

namespace touchstone {

struct Execution {
  Verdict verdict = Verdict::conforms;
  std::string evidence;
  Picks picks;
  std::vector<Figure> figures;
  bool judged = false;
};

/// Runs the part's body and collects what it found: failed assertions, exceptions, runs that could
/// not be judged. Assertions of GoogleTest are caught on this thread and never reach the
/// surrounding test. Lets `PicksWanted` through.
Execution execute(const Part& part, Subject& subject, const Trial::Settings& settings);

}  // namespace touchstone
