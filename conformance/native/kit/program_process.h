/// What `program` and `script` ask for, and the process that does it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/values/value.h"

namespace touchstone::native {

class Run;

struct ProgramOrder {
  std::string text;  ///< the name of the function; of a script, its text
  bool is_script = false;
  touchstone::Values arguments;
  std::vector<std::pair<std::string, std::string>> environment;
  std::optional<std::chrono::nanoseconds> timeout;
  std::string files;  ///< the names of its stream files begin so; FILES.in is there
};

struct ProgramEnd {
  std::optional<int> status;
  std::optional<int> signal;
  bool timed_out = false;
  std::string out;
  std::string err;
};

/// To be called before the run has a second thread: programs that its scenario names are forked off
/// by who has one thread for ever.
void prepare_programs(Run& run);

/// Runs it to its end. Requires a run with a process of its own, on any thread of it.
ProgramEnd carry_out(const ProgramOrder& order);

}  // namespace touchstone::native
