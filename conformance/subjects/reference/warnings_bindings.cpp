// The runtime's warnings, of which there is one: a coroutine object that goes before its first
// step.
#include <atomic>

#include "conformance/native/kit/telling.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/coroutine_end.h"
#include "conformance/subjects/reference/library.h"

namespace touchstone::reference {
namespace {

/// What the scenario wants of warnings.
struct Filter {
  std::atomic<bool> ignores{false};
};

void set_filter(const std::string& action) {
  if (action != "always" && action != "ignore")
    throw native::value_error("warnings are heard \"always\" or told to \"ignore\", not \"" +
                              action + "\"");
  native::current_run().state<Filter>().ignores = action == "ignore";
}

void report_never_awaited(native::Generator& coroutine) {
  native::Run* const run = native::thread_state().run;
  if (run == nullptr || run->is_over()) return;
  if (!coroutine.machine() && !coroutine.has_body()) return;
  if (run->language().coroutines.state(coroutine) != native::ResumableState::Created) return;
  if (run->state<Filter>().ignores) return;
  Event warning = native::event_here(EventKind::warning);
  warning.category = "RuntimeWarning";
  warning.text = "coroutine '" + coroutine.name() + "' was never awaited";
  native::tell(std::move(warning));
}

}  // namespace

void bind_warnings(native::Registry& registry) {
  native::set_coroutine_end(report_never_awaited);
  registry.function("warnings.simplefilter", set_filter);
  registry.claims({"runtime.counted", "runtime.warnings"});
}

}  // namespace touchstone::reference
