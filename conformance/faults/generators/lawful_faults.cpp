// What the claims leave open: turns of the loop between a wake-up and its task, and which error
// refuses a main.
#include "conformance/faults/generators/awaitable.h"

namespace touchstone::faults {
namespace {

void sleep_takes_another_turn(Registry& registry) {
  const Value right = registry.at("asyncio.sleep");
  registry.function("asyncio.sleep", [right](native::Call& call) {
    const Value slept = native::call(right, call.arguments());
    return awaitable("sleep", [slept, at = 0, result = Value()](Resumption told) mutable {
      if (told.kind == Resumption::Kind::Throw) return end_of(std::move(told));
      if (++at == 1) return Suspension::delegating(slept);
      if (at == 3) return Suspension::returned(result);
      result = std::move(told.value);
      return Suspension::awaiting({});
    });
  });
}

void type_error_for_main(Registry& registry) {
  const Value right = registry.at("asyncio.run");
  registry.function("asyncio.run", [right](native::Call& call) {
    const auto* generator = as<Generator>(call[0]);
    if (generator != nullptr && generator->flavour() == Flavour::AsyncGenerator)
      throw native::type_error("a coroutine was expected");
    return native::call(right, call.arguments());
  });
}

const Faults generators_lawful_faults{
    {"generators.async.another-turn",
     "A sleep gives the loop one more turn than it needs.",
     {},
     sleep_takes_another_turn,
     FaultKind::lawful,
     {"generators.*"}},
    {"generators.async.main-type-error",
     "Running an async generator as a main coroutine is a type error.",
     {},
     type_error_for_main,
     FaultKind::lawful,
     {"generators.*"}},
};

}  // namespace
}  // namespace touchstone::faults
