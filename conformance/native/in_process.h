/// Runs a scenario over a registry in this process, on the calling thread.
///
///     MemoryHost host("run", [](const Event& event) { ... });
///     RunResult result = run_in_process(registry, scenario::parse(text), {{"depth", 3}}, {},
///     host);
///
/// Requires: a scenario that ends by itself. Threads it leaves behind must be gone before registry
/// and host are.
#pragma once

#include "conformance/native/interpreter/code.h"
#include "conformance/native/kit/memory_host.h"
#include "conformance/native/scenario_run.h"

namespace touchstone::native {

inline RunResult run_in_process(const Registry& registry, const scenario::Module& tree,
                                const Parameters& parameters, const RunOptions& options,
                                MemoryHost& host) {
  const Program program(tree);
  return run_scenario(registry, Launch{program, parameters, options}, host);
}

}  // namespace touchstone::native
