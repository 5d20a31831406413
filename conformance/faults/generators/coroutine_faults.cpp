// Native coroutines that need a loop, or take part in iteration.
#include "conformance/faults/generators/memory.h"
#include "conformance/native/operations/resume.h"
#include "impl/asyncio/loop.h"

namespace touchstone::faults {
namespace {

void need_a_loop(Registry& registry) {
  auto& operations = registry.language.coroutines;
  operations.send = [right = operations.send](Generator& coroutine, Value sent) {
    if (asyncio::Loop::current() == nullptr) throw native::runtime_error("no running event loop");
    return right(coroutine, std::move(sent));
  };
}

void run_past_suspensions(Registry& registry) {
  auto& operations = registry.language.coroutines;
  operations.send = [right = operations.send](Generator& coroutine, Value sent) {
    Suspension step = right(coroutine, std::move(sent));
    while (coroutine.flavour() == Flavour::Coroutine && !step.is_over() && step.value.is_none())
      step = right(coroutine, {});
    return step;
  };
}

void pull_like_generators(Registry& registry) {
  const Value right = *native::builtin_names().find("next");
  registry.function("next", [right](native::Call& call) {
    auto* generator = as<Generator>(call[0]);
    if (generator == nullptr || generator->flavour() != Flavour::Coroutine)
      return native::call(right, call.arguments());
    return native::value_or_throw(native::resume_send(*generator, {}));
  });
}

const Faults generators_coroutine_faults{
    {"generators.coroutine.needs-loop",
     "A coroutine can be resumed by a running event loop only.",
     {"generators.coroutine.by-hand", "generators.schedule.user-driven"},
     need_a_loop},
    {"generators.coroutine.runs-through",
     "A coroutine does not come back to a scheduler of the program when it suspends.",
     {"generators.schedule.user-driven"},
     run_past_suspensions},
    {"generators.coroutine.iterates",
     "next() pulls from a coroutine as from a generator.",
     {"generators.coroutine.not-iterable"},
     pull_like_generators},
};

}  // namespace
}  // namespace touchstone::faults
