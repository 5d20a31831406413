/// Two subjects and what they make of the same programs.
///
/// Requires: one thread; subjects that outlive it. Whatever a program does to a subject (it hangs,
/// dies, breaks the protocol), the contest goes on, and that is a difference.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conformance/programs/compare.h"
#include "conformance/subjects/subject.h"

namespace touchstone::programs {

/// What became of one program.
struct Outcome {
  std::optional<Difference> difference;
  bool stuck = false;  ///< on the first subject
};

class Contest {
 public:
  struct Settings {
    Mode mode = Mode::spaced;
    std::chrono::milliseconds deadline{5000};
    std::uint64_t seed = 0;
  };

  Contest(Subject& first, Subject& second, Settings settings)
      : first_(first), second_(second), settings_(settings) {}

  /// All in one run of each subject; one by one where that tells of one of them too little.
  std::vector<Outcome> judge(std::span<const Program> programs);
  /// In a run of its own. Throws scenario::ParseError and scenario::InvalidScenario.
  Outcome judge_text(const std::string& text);

  struct Traces {
    Trace first;
    Trace second;
  };
  Traces traces(const std::string& text);
  std::optional<Difference> difference_of(const Traces& traces) const;

 private:
  std::optional<std::vector<Account>> accounts(Subject& subject, const RunRequest& request,
                                               std::size_t programs) const;
  RunRequest request(const std::string& text) const;

  Subject& first_;
  Subject& second_;
  Settings settings_;
};

}  // namespace touchstone::programs
