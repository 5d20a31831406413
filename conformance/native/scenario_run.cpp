#include "conformance/native/scenario_run.h"

#include "conformance/native/interpreter/activation.h"
#include "conformance/native/interpreter/constants.h"
#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/interpreter/frame_body.h"
#include "conformance/native/kit/snapshot.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

Outcome<Value> run_top_level(const Program& program) {
  Frame frame(program.code, program, {});
  const RunningFrame running(frame);
  return Trampoline().run(run_function(frame));
}

/// What runs once the top level has: main(), or a function of a further process.
Outcome<Value> call_named(Run& run, const std::string& name, const touchstone::Values& arguments) {
  const auto function = run.globals().find(name);
  if (!function || as<Function>(*function) == nullptr) return {Value(), {}};
  Arguments given;
  for (const touchstone::Value& each : arguments) given.positional.push_back(constant_value(each));
  return try_call(*function, given);
}

RunEnd end_of(const Run& run, const Outcome<Value>& outcome) {
  if (run.was_stuck()) {
    run_end::Stuck stuck;
    if (outcome.failed()) stuck.error = snapshot_error(outcome.error);
    return stuck;
  }
  if (outcome.failed()) return run_end::Raised{snapshot_error(outcome.error)};
  return run_end::ByItself{};
}

RunResult run_launch(const Registry& registry, const Launch& launch, Host& host,
                     const std::string& function, const touchstone::Values& arguments,
                     const Ended& ended) {
  Run run(registry, host);
  run.set_launch(launch);
  const RunScope scope(run);
  for (const auto& [name, value] : launch.parameters)
    run.globals().set(name, constant_value(value));
  RunResult result;
  {
    Outcome<Value> outcome = run_top_level(launch.program);
    if (!outcome.failed()) outcome = call_named(run, function, arguments);
    result.end = end_of(run, outcome);
  }
  if (launch.options.whole_program && registry.end_of_program) registry.end_of_program();
  run.set_over();
  result.left = run.left();
  if (ended) ended(result);
  return result;
}

}  // namespace

RunResult run_scenario(const Registry& registry, const Launch& launch, Host& host,
                       const Ended& ended) {
  if (auto capability = missing_capability(registry, launch.program.tree, launch.parameters)) {
    RunResult result{run_end::Unsupported{std::move(*capability)}, {}};
    if (ended) ended(result);
    return result;
  }
  return run_launch(registry, launch, host, "main", {}, ended);
}

RunResult run_function_of(const Registry& registry, const Launch& launch, Host& host,
                          const std::string& function, const touchstone::Values& arguments,
                          const Ended& ended) {
  return run_launch(registry, launch, host, function, arguments, ended);
}

}  // namespace touchstone::native
