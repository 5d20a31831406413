// Maps that treat wrong arguments or errors of the function wrongly.
#include "conformance/faults/functional/iterators.h"

namespace touchstone::faults {
namespace {

Value call_dropping_surplus(const Value& function, const Values& arguments) {
  for (std::size_t dropped = 0; dropped < arguments.size(); ++dropped) {
    try {
      return native::call(function, Values(arguments.begin(),
                                           arguments.end() - static_cast<std::ptrdiff_t>(dropped)));
    } catch (const PythonError& error) {
      if (!is_error(error, "TypeError")) throw;
    }
  }
  return native::call(function, Values());
}

Value call_without_errors(const Value& function, const Values& arguments) {
  try {
    return native::call(function, arguments);
  } catch (const PythonError& error) {
    if (is_error(error, "StopIteration")) throw;
    return {};
  }
}

Value call_refusing_stop(const Value& function, const Values& arguments) {
  try {
    return native::call(function, arguments);
  } catch (const PythonError& error) {
    if (is_error(error, "StopIteration"))
      throw native::runtime_error("the function raised StopIteration");
    throw;
  }
}

Value dead_after_error(const Value& right, const Values& arguments) {
  return iterator_of([results = Iteration(native::call(right, arguments)), dead = false]() mutable {
    if (dead) return std::optional<Value>();
    dead = true;
    auto result = results.next();
    dead = false;
    return result;
  });
}

Value checks_function(const Value& right, const Values& arguments) {
  if (!native::is_callable(arguments[0])) throw native::type_error("the function cannot be called");
  return native::call(right, arguments);
}

Value looks_at_sources_late(const Value& right, const Values& arguments) {
  return iterator_of([right, arguments, results = Value()]() mutable {
    if (results.is_none()) results = native::call(right, arguments);
    return Iteration(results).next();
  });
}

Value none_is_identity(const Value& right, const Values& arguments) {
  if (!arguments[0].is_none()) return native::call(right, arguments);
  const Value identity = function_calling(Value(), [](const Value&, const Values& items) {
    return items.size() == 1 ? items[0] : native::make_tuple(items);
  });
  return native::call(right, with_function(identity, arguments));
}

void nothing_to_map(Registry& registry) {
  registry.function("map", [right = registry.at("map")](Call& call) {
    return call.size() == 1 ? iterator_over({}) : native::call(right, call.arguments());
  });
}

const Faults functional_map_errors_faults{
    {"functional.map.drops-surplus-arguments",
     "A function that takes fewer arguments than there are iterables gets as many as it takes.",
     {"functional.map.arity-error-at-first-step"},
     replace_calls_of_map<call_dropping_surplus>},
    {"functional.map.swallows-errors",
     "An error of the function becomes a result that is None.",
     {"functional.map.function-error-at-its-step", "functional.map.arity-error-at-first-step",
      "functional.map.non-callable-at-first-step", "functional.map.none-is-not-identity",
      "functional.map.resumes-after-error"},
     replace_calls_of_map<call_without_errors>},
    {"functional.map.dead-after-error",
     "A map is at its end after the first error of the function, as a generator is.",
     {"functional.map.resumes-after-error"},
     [](Registry& registry) { replace_map(registry, dead_after_error); }},
    {"functional.map.stop-iteration-is-an-error",
     "A StopIteration of the function becomes a RuntimeError, as in a generator.",
     {"functional.map.stop-iteration-ends-a-pass"},
     replace_calls_of_map<call_refusing_stop>},
    {"functional.map.nothing-to-map",
     "map with a function alone gives an empty iterator.",
     {"functional.map.needs-an-iterable"},
     nothing_to_map},
    {"functional.map.checks-function",
     "map refuses at once a function that cannot be called.",
     {"functional.map.non-callable-at-first-step", "functional.map.none-is-not-identity"},
     [](Registry& registry) { replace_map(registry, checks_function); }},
    {"functional.map.looks-at-sources-late",
     "map looks at its sources only when the first result is wanted.",
     {"functional.map.non-iterable-at-creation"},
     [](Registry& registry) { replace_map(registry, looks_at_sources_late); }},
    {"functional.map.none-is-identity",
     "None in place of the function passes the elements through.",
     {"functional.map.none-is-not-identity"},
     [](Registry& registry) { replace_map(registry, none_is_identity); }},
};

}  // namespace
}  // namespace touchstone::faults
