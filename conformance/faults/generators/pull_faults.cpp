// Pulls that run too much or too little of a generator's body, or give something else than what it
// yields.
#include <deque>

#include "conformance/faults/generators/memory.h"

namespace touchstone::faults {
namespace {

using Steps = std::deque<Suspension>;

/// Up to `most` steps of the body, until it is over.
void run_ahead(Steps& steps, std::size_t most, const Next& next, Generator& generator) {
  while (steps.size() < most && (steps.empty() || !steps.back().is_over()))
    steps.push_back(pull(next, generator));
}

Suspension take(Steps& steps) {
  Suspension step = std::move(steps.front());
  steps.pop_front();
  return step;
}

void body_at_call(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<Steps> ahead(operations);
  operations.create = [right = operations.create, next = operations.next,
                       ahead](Ref<Generator> fresh) {
    const Value made = right(std::move(fresh));
    Suspension first = pull(next, *as<Generator>(made));
    if (first.kind == Suspension::Kind::Raised) throw native::PythonError(first.value);
    ahead[*as<Generator>(made)].push_back(std::move(first));
    return made;
  };
  operations.next = [right = operations.next, ahead](Generator& generator) {
    Steps& steps = ahead[generator];
    return steps.empty() ? right(generator) : take(steps);
  };
}

void object_from_first_pull(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<bool> pulled(operations);
  operations.next = [right = operations.next, pulled](Generator& generator) {
    return std::exchange(pulled[generator], true) ? right(generator)
                                                  : Suspension::yielded(Value(&generator));
  };
}

void eager(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<Steps> ahead(operations);
  operations.next = [right = operations.next, ahead](Generator& generator) {
    Steps& steps = ahead[generator];
    if (steps.empty()) run_ahead(steps, 2000, right, generator);
    return take(steps);
  };
}

void read_ahead(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<Steps> ahead(operations);
  operations.next = [right = operations.next, ahead](Generator& generator) {
    Steps& steps = ahead[generator];
    run_ahead(steps, 2, right, generator);
    return take(steps);
  };
}

void repeated_value_lost(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<Value> last(operations);
  operations.next = [right = operations.next, last](Generator& generator) {
    Value& before = last[generator];
    Suspension step = pull(right, generator);
    while (!step.is_over() && step.value.is(before)) step = pull(right, generator);
    before = step.value;
    return step;
  };
}

void last_value_again(Registry& registry) {
  struct Seen {
    Value last = Value::unbound();
    bool ended = false;
  };
  auto& operations = registry.language.generators;
  const Memory<Seen> seen(operations);
  operations.next = [right = operations.next, seen](Generator& generator) {
    Suspension step = pull(right, generator);
    Seen& noted = seen[generator];
    if (step.kind == Suspension::Kind::Yielded) noted.last = step.value;
    if (!step.is_over() || !std::exchange(noted.ended, true) || !noted.last.is_bound()) return step;
    return Suspension::yielded(noted.last);
  };
}

void result_as_item(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.next = [right = operations.next](Generator& generator) {
    Suspension step = pull(right, generator);
    if (step.kind == Suspension::Kind::Returned && !step.value.is_none())
      step.kind = Suspension::Kind::Yielded;
    return step;
  };
}

void default_for_none(Registry& registry) {
  const Value right = *native::builtin_names().find("next");
  registry.function("next", [right](native::Call& call) {
    const bool has_default = call.size() == 2;
    const Value fallback = has_default ? call[1] : Value();
    Value given = native::call(right, call.arguments());
    return has_default && !native::truth(given) ? fallback : given;
  });
}

void restart_where_ended(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.restartable = true;
  operations.iterate = [right = operations.iterate](Generator& generator) {
    const auto& generators = native::language().generators;
    if (generators.state(generator) != ResumableState::Closed) return right(generator);
    return generators.create(
        native::make<Generator>(generator.flavour(), generator.name(), generator.fresh_body()));
  };
}

void fresh_copy(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.restartable = true;
  operations.iterate = [](Generator& generator) {
    return native::language().generators.create(
        native::make<Generator>(generator.flavour(), generator.name(), generator.fresh_body()));
  };
}

void skip_after_an_end(Registry& registry) {
  auto& operations = registry.language.generators;
  const auto ended = std::make_shared<const Generator*>(nullptr);
  operations.create = [right = operations.create, ended](Ref<Generator> fresh) {
    *ended = nullptr;
    return right(std::move(fresh));
  };
  operations.next = [right = operations.next, ended](Generator& generator) {
    const Generator* before = std::exchange(*ended, nullptr);
    if (before != nullptr && before != &generator) return Suspension::returned({});
    Suspension step = pull(right, generator);
    if (step.is_over()) *ended = &generator;
    return step;
  };
}

const Faults generators_pull_faults{
    {"generators.call.runs-body",
     "The call of a generator function runs its body up to the first yield.",
     {"generators.call.lazy-body"},
     body_at_call},
    {"generators.call.object-from-pull",
     "The first pull gives the generator object itself.",
     {"generators.call.object-from-call"},
     object_from_first_pull},
    {"generators.iteration.eager",
     "The first pull runs the body to its end and keeps the values in a list (as far as 2000 of "
     "them).",
     {"generators.iteration.infinite-lazy"},
     eager},
    {"generators.iteration.reads-ahead",
     "Each pull has the body produce one value more than it gives.",
     {"generators.iteration.value-per-pull"},
     read_ahead},
    {"generators.iteration.repeated-value-lost",
     "A value that is the same as the one before it is taken as delivered already and skipped.",
     {"generators.fibonacci.first-ten"},
     repeated_value_lost},
    {"generators.next.repeats-last",
     "Once the end was signalled, further pulls give the last value again.",
     {"generators.next.exhausted"},
     last_value_again},
    {"generators.return.value-as-item",
     "The return value is given as one more item.",
     {"generators.return.value"},
     result_as_item},
    {"generators.next.default-for-false",
     "The default of a pull replaces None and false values as well.",
     {"generators.next.default"},
     default_for_none},
    {"generators.iteration.loop-restarts",
     "A new loop over an exhausted generator starts its body over.",
     {"generators.iteration.one-shot"},
     restart_where_ended},
    {"generators.iteration.fresh-iterator",
     "Asking a generator for an iterator gives a fresh copy, started over.",
     {"generators.iteration.own-iterator"},
     fresh_copy},
    {"generators.schedule.successor-skipped",
     "The generator that is pulled after another one has ended is taken as ended too.",
     {"generators.schedule.round-robin"},
     skip_after_an_end},
};

}  // namespace
}  // namespace touchstone::faults
