/// The outcome of one check on one subject, with what shows it.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "conformance/values/value.h"
#include "conformance/verdicts/verdict.h"

namespace touchstone {

/// Picked values in the order of their picking; names are unique.
using Picks = std::vector<std::pair<std::string, Value>>;

/// A measured figure that is shown, never judged.
struct Figure {
  std::string name;
  Value value;
};

struct Judgement {
  Verdict verdict = Verdict::unresolved;
  std::string evidence;  ///< text for people: failures, scenario, parameters, timeline; empty where
                         ///< it conforms
  std::string
      part;     ///< the part that turned it red: example, property, adversary; empty where none did
  Picks picks;  ///< of the execution that turned it red, shrunk
  std::vector<Figure> figures;
  std::chrono::microseconds duration{0};
};

}  // namespace touchstone
