/// One scenario from its first statement to its end, on the calling thread, with any host: what the
/// in-process way and the protocol server share.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/native/kit/host.h"
#include "conformance/native/registry.h"
#include "conformance/scenario/tree.h"
#include "conformance/trace/run_end.h"
#include "conformance/values/value.h"

namespace touchstone::native {

struct Program;  // interpreter/code.h: a scenario whose names are resolved

/// Picked parameters: plain names of the scenario.
using Parameters = std::vector<std::pair<std::string, touchstone::Value>>;

struct RunOptions {
  bool virtual_clock = false;
  bool whole_program = false;  ///< ends as a program of its own does: Registry::end_of_program
};

/// Everything a process of the run starts from.
struct Launch {
  const Program& program;
  const Parameters& parameters;
  RunOptions options;
};

struct RunResult {
  RunEnd end;
  Left left;
};

/// The first capability that the tree needs and the registry has not: a module it names, classes,
/// generators ...
std::optional<std::string> missing_capability(const Registry& registry,
                                              const scenario::Module& tree,
                                              const Parameters& parameters);

/// Ends as ByItself, Raised, Stuck or Unsupported; objects of the run are gone afterwards. `ended`
/// hears of the end before they go and before threads of the run are joined.
using Ended = std::function<void(const RunResult& result)>;
RunResult run_scenario(const Registry& registry, const Launch& launch, Host& host,
                       const Ended& ended = nullptr);

/// What a further process of the run does: the top level anew, then the function of that name on
/// arguments that are data.
RunResult run_function_of(const Registry& registry, const Launch& launch, Host& host,
                          const std::string& function, const touchstone::Values& arguments,
                          const Ended& ended);

}  // namespace touchstone::native
