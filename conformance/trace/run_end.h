/// How a run ended, and what it left.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "conformance/values/value.h"

namespace touchstone {

namespace run_end {

/// The program came to its end.
struct ByItself {};
/// An error went out of the program.
struct Raised {
  ErrorValue error;
};
/// On the virtual clock: nothing could ever happen again. All tasks were cancelled; `error` is what
/// then went out of the program.
struct Stuck {
  std::optional<ErrorValue> error;
};
/// No end within the deadline. All gates were opened then, so what follows in the trace is evidence
/// only.
struct Hung {
  std::string reason;
};
/// The subject's process (or the run's own) ended: by `signal`, else with `status`.
struct Crashed {
  std::optional<int> status;
  std::optional<int> signal;
  std::string when;  ///< "at its start", "during the run" ...
};
/// The subject did not speak the protocol.
struct ProtocolError {
  std::string message;
};
/// The subject lacks what the scenario uses, and had not claimed it.
struct Unsupported {
  std::string capability;
};

}  // namespace run_end

using RunEnd = std::variant<run_end::ByItself, run_end::Raised, run_end::Stuck, run_end::Hung,
                            run_end::Crashed, run_end::ProtocolError, run_end::Unsupported>;

/// One line for people: "ended by itself", "raised KeyError('k')", "crashed by signal 11
/// (Segmentation fault) during the run".
std::string describe(const RunEnd& end);

/// What outlived the program.
struct Left {
  int threads = 0;
  int tasks = 0;
  int processes = 0;
  bool nothing() const { return threads == 0 && tasks == 0 && processes == 0; }
};

/// What is shown beside the events; never judged but for `unmet`.
struct Evidence {
  std::string stderr_tail;
  std::vector<std::string> unmet;  ///< a gate that was never opened, and what it waited for: the
                                   ///< run is no ground for a judgement
  std::vector<std::string> notes;  ///< what the kit did or saw beside the run
};

}  // namespace touchstone
