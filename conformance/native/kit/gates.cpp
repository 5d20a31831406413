#include "conformance/native/kit/gates.h"

#include "conformance/native/kit/host.h"
#include "conformance/native/kit/telling.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/exception.h"

namespace touchstone::native {
namespace {

void tell_gate(EventKind kind, const std::string& name) {
  Event event = event_here(kind);
  event.gate = name;
  tell(std::move(event));
}

}  // namespace

void reach_gate(const std::string& name) {
  if (name.empty() || name == "." || name == "..")
    throw value_error("'" + name + "' is no name for a gate");
  Run& run = current_run();
  const ThreadState& state = thread_state();
  if (!run.first_passage(state.thread_serial, state.task_serial, name) &&
      !run.host().is_latch(name)) {
    throw runtime_error(
        "gate '" + name +
        "' was passed before by this activity; declare it for many to pass it again");
  }
  tell_gate(EventKind::reached, name);
}

void leave_gate(const std::string& name) { tell_gate(EventKind::passed, name); }

void pass_gate(const std::string& name) {
  reach_gate(name);
  current_run().host().wait_gate(name);
  leave_gate(name);
}

}  // namespace touchstone::native
