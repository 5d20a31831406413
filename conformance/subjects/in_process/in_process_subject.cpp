#include "conformance/subjects/in_process/in_process_subject.h"

#include "conformance/native/interpreter/code.h"
#include "conformance/native/scenario_run.h"
#include "conformance/subjects/in_process/in_process_run.h"

namespace touchstone {
namespace {

Hello hello_of(const native::Registry& registry) {
  Hello hello{registry.name(), registry.version(), "c++", "linux", false, {}};
  for (const std::string& capability : registry.capabilities())
    if (!capability.starts_with("process.")) hello.capabilities.push_back(capability);
  return hello;
}

}  // namespace

InProcessSubject::InProcessSubject(const native::Registry& registry)
    : registry_(registry), hello_(hello_of(registry)) {}

Trace InProcessSubject::run(const RunRequest& request) {
  InProcessRun run(std::to_string(++runs_), request);
  const native::Parameters parameters(request.parameters.begin(), request.parameters.end());
  const native::RunOptions options{.virtual_clock = request.clock == Clock::virtual_time};
  const native::Program program(*request.tree);
  const native::Launch launch{program, parameters, options};
  native::RunResult result = native::run_scenario(registry_, launch, run.host());
  return Trace(run.observation(std::move(result)));
}

}  // namespace touchstone
