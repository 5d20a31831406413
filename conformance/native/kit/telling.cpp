#include "conformance/native/kit/telling.h"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "conformance/native/kit/host.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

std::chrono::nanoseconds monotonic_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

Event event_here(EventKind kind) {
  if (const auto& before = current_run().registry().before_event) before();
  const ThreadState& state = thread_state();
  Event event;
  event.kind = kind;
  event.activity = {getpid(), static_cast<std::int64_t>(state.thread_serial),
                    static_cast<std::int64_t>(state.task_serial)};
  event.tid = syscall(SYS_gettid);
  event.time = monotonic_now();
  if (state.virtual_time) event.virtual_time = state.virtual_time();
  return event;
}

void tell(Event event) {
  Run& run = current_run();
  if (run.is_over()) return;
  const ThreadState& state = thread_state();
  const std::string& name = state.task_serial != 0 ? state.task_name : state.thread_name;
  if (!name.empty() && run.first_naming(state.thread_serial, state.task_serial)) {
    Event naming = event_here(EventKind::name);
    naming.text = name;
    run.host().emit(std::move(naming));
  }
  run.host().emit(std::move(event));
}

}  // namespace touchstone::native
