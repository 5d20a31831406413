// Async generators whose steps come at the wrong time, in the wrong number or with the wrong end.
#include <deque>

#include "conformance/faults/generators/awaitable.h"
#include "conformance/faults/generators/memory.h"
#include "conformance/native/operations/resume.h"

namespace touchstone::faults {
namespace {

bool is_end(const Suspension& step) {
  return is_exception(step.value, "StopAsyncIteration") && step.kind == Suspension::Kind::Raised;
}

Suspension end_of_iteration() {
  return Suspension::raised(native::python_error("StopAsyncIteration", "").exception());
}

/// Awaits the right step and gives what `change` makes of its end.
Value changed(const Generator& generator, Value right,
              std::function<Suspension(Suspension)> change) {
  return awaitable(generator.name(), [right = std::move(right), change = std::move(change),
                                      begun = false](Resumption told) mutable {
    if (!std::exchange(begun, true)) return Suspension::delegating(right);
    return change(end_of(std::move(told)));
  });
}

void close_does_nothing(Registry& registry) {
  registry.language.async_generators.close = [](Generator& generator) {
    return awaitable(generator.name(), [](const Resumption&) { return Suspension::returned({}); });
  };
}

void none_while_busy(Registry& registry) {
  auto& operations = registry.language.async_generators;
  const Memory<bool> busy(operations);
  operations.next = [right = operations.next, busy](Generator& generator) {
    return awaitable(generator.name(), [step = right(generator), held = Ref<Generator>(&generator),
                                        busy, begun = false](Resumption told) mutable {
      if (std::exchange(begun, true)) {
        busy[*held] = false;
        return end_of(std::move(told));
      }
      return std::exchange(busy[*held], true) ? Suspension::returned({})
                                              : Suspension::delegating(step);
    });
  };
}

void none_from_empty(Registry& registry) {
  auto& operations = registry.language.async_generators;
  const Memory<bool> advanced(operations);
  operations.next = [right = operations.next, advanced](Generator& generator) {
    const bool first = !std::exchange(advanced[generator], true);
    return changed(generator, right(generator), [first](Suspension step) {
      return first && is_end(step) ? Suspension::returned({}) : step;
    });
  };
}

void errors_are_ends(Registry& registry) {
  auto& operations = registry.language.async_generators;
  operations.next = [right = operations.next](Generator& generator) {
    return changed(generator, right(generator), [](Suspension step) {
      return step.kind == Suspension::Kind::Raised ? end_of_iteration() : step;
    });
  };
}

void plain_end_leaks(Registry& registry) {
  auto& operations = registry.language.async_generators;
  const Memory<bool> ended(operations);
  operations.next = [right = operations.next, ended](Generator& generator) {
    return changed(
        generator, right(generator), [ended, held = Ref<Generator>(&generator)](Suspension step) {
          const bool again = is_end(step) && std::exchange(ended[*held], true);
          return again ? Suspension::raised(native::stop_iteration({}).exception()) : step;
        });
  };
}

void second_value_lost(Registry& registry) {
  auto& operations = registry.language.async_generators;
  const Memory<int> given(operations);
  operations.next = [right = operations.next, given](Generator& generator) {
    if (++given[generator] != 2) return right(generator);
    return awaitable(generator.name(), [step = right(generator), again = right(generator),
                                        at = 0](Resumption told) mutable {
      if (told.kind == Resumption::Kind::Throw || at == 2) return end_of(std::move(told));
      return Suspension::delegating(++at == 1 ? step : again);
    });
  };
}

/// Values taken ahead of their time; over: the generator has ended.
struct Ahead {
  std::deque<Value> values;
  bool over = false;
};

/// An advance that first takes steps of the body until `most` values are there, or the body is
/// over.
void take_ahead(Registry& registry, std::size_t most) {
  auto& operations = registry.language.async_generators;
  const Memory<Ahead> ahead(operations);
  operations.next = [right = operations.next, ahead, most](Generator& generator) {
    return awaitable(generator.name(), [=, held = Ref<Generator>(&generator),
                                        begun = false](Resumption told) mutable {
      Ahead& taken = ahead[*held];
      const bool failed = told.kind == Resumption::Kind::Throw;
      if (std::exchange(begun, true) && !failed) taken.values.push_back(std::move(told.value));
      taken.over = taken.over || failed;
      if (!taken.over && taken.values.size() < most) return Suspension::delegating(right(*held));
      if (taken.values.empty())
        return failed && !is_end(end_of(told)) ? Suspension::raised(told.value)
                                               : end_of_iteration();
      Value first = std::move(taken.values.front());
      taken.values.pop_front();
      return Suspension::returned(std::move(first));
    });
  };
}

void turn_at_each_value(Registry& registry) {
  auto& operations = registry.language.async_generators;
  operations.next = [right = operations.next](Generator& generator) {
    return awaitable(generator.name(), [step = right(generator), at = 0](Resumption told) mutable {
      if (++at == 1) return Suspension::awaiting({});
      return at == 2 ? Suspension::delegating(step) : end_of(std::move(told));
    });
  };
}

void awaits_go_on_at_once(Registry& registry) {
  auto& operations = registry.language.async_generators;
  operations.next = [right = operations.next](Generator& generator) {
    return awaitable(generator.name(), [step = right(generator)](const Resumption&) {
      Suspension inner = native::resume_send(*as<Generator>(step), {});
      while (!inner.is_over()) inner = native::resume_send(*as<Generator>(step), {});
      return inner;
    });
  };
}

void sent_value_dropped(Registry& registry) {
  auto& operations = registry.language.async_generators;
  operations.send = [right = operations.send](Generator& generator, const Value&) {
    return right(generator, {});
  };
}

bool is_async_generator(const Value& value) {
  const auto* generator = as<Generator>(value);
  return generator != nullptr && generator->flavour() == Flavour::AsyncGenerator;
}

void runnable_as_main(Registry& registry) {
  const Value right = registry.at("asyncio.run");
  registry.function("asyncio.run", [right](native::Call& call) {
    return is_async_generator(call[0]) ? Value() : native::call(right, call.arguments());
  });
}

void pulled_by_next(Registry& registry) {
  const Value right = *native::builtin_names().find("next");
  registry.function("next", [right](native::Call& call) {
    if (!is_async_generator(call[0])) return native::call(right, call.arguments());
    const Value step = native::language().async_generators.next(*as<Generator>(call[0]));
    const Suspension ended = native::resume_send(*as<Generator>(step), {});
    if (ended.kind == Suspension::Kind::Raised) throw native::PythonError(ended.value);
    return ended.value;
  });
}

void compile_anything(Registry& registry) {
  registry.language.compile = [](std::string_view) {};
}

const Faults generators_async_faults{
    {"generators.async.close-does-nothing",
     "aclose neither runs the clean-up nor ends the generator.",
     {"generators.async.close"},
     close_does_nothing},
    {"generators.async.none-while-busy",
     "A second advance while one is under way gives None at once.",
     {"generators.async.concurrent-advance"},
     none_while_busy},
    {"generators.async.none-from-empty",
     "An async generator that yields nothing gives one None.",
     {"generators.async.empty"},
     none_from_empty},
    {"generators.async.error-is-end",
     "An error in the body ends the loop in silence.",
     {"generators.async.error-propagates"},
     errors_are_ends},
    {"generators.async.plain-end",
     "Advancing a generator again after its end raises StopIteration.",
     {"generators.async.exhausted"},
     plain_end_leaks},
    {"generators.async.all-at-the-end",
     "All values (up to 1000) are produced before the first is delivered.",
     {"generators.async.example"},
     [](Registry& registry) { take_ahead(registry, 1000); }},
    {"generators.async.second-value-lost",
     "The second value of an async generator is lost.",
     {"generators.async.first-ten"},
     second_value_lost},
    {"generators.async.prefetches",
     "One value is fetched ahead while the consumer works.",
     {"generators.async.lazy"},
     [](Registry& registry) { take_ahead(registry, 2); }},
    {"generators.async.turn-at-each-value",
     "Each asynchronous yield passes through the loop.",
     {"generators.async.no-await-no-yield"},
     turn_at_each_value},
    {"generators.async.awaits-without-waiting",
     "An await inside an async generator does not give the loop a turn: it goes on at once.",
     {"generators.async.others-run-while-awaiting"},
     awaits_go_on_at_once},
    {"generators.async.asend-drops",
     "asend drops the value: the body goes on with None.",
     {"generators.async.send-throw"},
     sent_value_dropped},
    {"generators.async.runnable-as-main",
     "asyncio.run takes an async generator for a coroutine that gives None.",
     {"generators.async.not-awaitable"},
     runnable_as_main},
    {"generators.async.pulled-by-next",
     "next() of an async generator advances it without a loop.",
     {"generators.async.not-sync-iterable"},
     pulled_by_next},
    {"generators.async.anything-compiles",
     "The compiler accepts a return value and yield from in an async generator.",
     {"generators.async.syntax-limits"},
     compile_anything},
};

}  // namespace
}  // namespace touchstone::faults
