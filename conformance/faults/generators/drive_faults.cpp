// send, throw, close and errors that do not do what they should, and states that are told wrongly.
#include "conformance/faults/generators/memory.h"

namespace touchstone::faults {
namespace {

void close_without_cleanup(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<bool> closed(operations);
  operations.close = [closed](Generator& generator) { closed[generator] = true; };
  operations.next = [right = operations.next, closed](Generator& generator) {
    return closed[generator] ? Suspension::returned({}) : right(generator);
  };
}

/// Sends None in place of the value where `drops` says so.
template <bool (*drops)(ResumableState)>
void drop_sent(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.send = [right = operations.send](Generator& generator, Value sent) {
    const bool dropped = drops(native::language().generators.state(generator));
    return right(generator, dropped ? Value() : std::move(sent));
  };
}

bool is_created(ResumableState state) { return state == ResumableState::Created; }
bool is_begun(ResumableState state) { return state != ResumableState::Created; }

void closed_while_closing(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<bool> closing(operations);
  operations.close = [right = operations.close, closing](Generator& generator) {
    closing[generator] = true;
    right(generator);
  };
  operations.state = [right = operations.state, closing](Generator& generator) {
    return closing[generator] ? ResumableState::Closed : right(generator);
  };
}

void truncate_at_stop_iteration(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.next = [right = operations.next](Generator& generator) {
    Suspension step = pull(right, generator);
    const auto* error =
        step.kind == Suspension::Kind::Raised ? as<native::Exception>(step.value) : nullptr;
    return error != nullptr && is_exception(error->cause(), "StopIteration")
               ? Suspension::returned({})
               : step;
  };
}

void error_again(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<Value> errors(operations);
  operations.next = [right = operations.next, errors](Generator& generator) {
    Value& error = errors[generator];
    if (!error.is_none()) return Suspension::raised(error);
    Suspension step = pull(right, generator);
    if (step.kind == Suspension::Kind::Raised) error = step.value;
    return step;
  };
}

const Faults generators_drive_faults{
    {"generators.close.no-cleanup",
     "Closing a generator skips its finally blocks.",
     {"generators.close.runs-finally-once"},
     close_without_cleanup},
    {"generators.send.dropped",
     "A sent value is lost: the body goes on with None.",
     {"generators.send.delivers"},
     drop_sent<is_begun>},
    {"generators.send.first-dropped",
     "A value sent to a fresh generator is dropped in silence and the body starts.",
     {"generators.send.fresh"},
     drop_sent<is_created>},
    {"generators.states.closed-too-early",
     "A generator reports closed while the finally blocks of its close still run.",
     {"generators.states"},
     closed_while_closing},
    {"generators.error.silent-end",
     "A StopIteration raised inside a body ends the sequence in silence.",
     {"generators.error.stopiteration-converted"},
     truncate_at_stop_iteration},
    {"generators.error.raised-again",
     "After an error every further pull raises the same error again.",
     {"generators.error.terminates"},
     error_again},
};

}  // namespace
}  // namespace touchstone::faults
