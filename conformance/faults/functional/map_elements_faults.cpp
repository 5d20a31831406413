// Maps over one iterable that lose, add, reorder or change elements.
#include <algorithm>

#include "conformance/faults/functional/iterators.h"

namespace touchstone::faults {
namespace {

Value sequences_only(const Value& right, const Values& arguments) {
  for (std::size_t i = 1; i < arguments.size(); ++i) native::length_of(arguments[i]);
  return native::call(right, arguments);
}

Value backwards(const Value& right, Values arguments) {
  for (Value& argument : arguments)
    if (as<native::List>(argument) != nullptr)
      argument = iterator_after(argument, [](Values elements) {
        std::ranges::reverse(elements);
        return elements;
      });
  return native::call(right, std::move(arguments));
}

Value dict_items(const Value& right, Values arguments) {
  for (Value& argument : arguments)
    if (as<native::Dict>(argument) != nullptr)
      argument = native::call(native::get_attribute(argument, "items"));
  return native::call(right, std::move(arguments));
}

Value drops_false(const Value& right, const Values& arguments) {
  return iterator_of([results = Iteration(native::call(right, arguments))]() mutable {
    auto result = results.next();
    while (result && !native::truth(*result)) result = results.next();
    return result;
  });
}

Value drops_repeats(const Value& right, const Values& arguments) {
  return iterator_of(
      [results = Iteration(native::call(right, arguments)), last = Value::unbound()]() mutable {
        auto result = results.next();
        while (result && last.is_bound() && native::equal(*result, last)) result = results.next();
        if (result) last = *result;
        return result;
      });
}

Value calls_on_empty(const Value&, const Values& arguments) {
  return iterator_of([function = arguments[0], sources = Sources(arguments),
                      width = arguments.size() - 1, started = false]() mutable {
    auto row = sources.pull();
    if (!row && !started) native::call(function, Values(width));
    started = true;
    return row ? std::optional(native::call(function, std::move(*row))) : std::nullopt;
  });
}

Value in_place(const Value& right, const Values& arguments) {
  return iterator_of([source = arguments[1], results = Iteration(native::call(right, arguments)),
                      at = std::int64_t{0}]() mutable {
    auto result = results.next();
    if (result && as<native::List>(source) != nullptr)
      native::set_item(source, Value(at++), *result);
    return result;
  });
}

const Faults functional_map_elements_faults{
    {"functional.map.sequences-only",
     "map asks every source for its length.",
     {"functional.map.any-iterable-kind", "functional.map.empty-input"},
     [](Registry& registry) { replace_map(registry, sequences_only); }},
    {"functional.map.backwards",
     "A map goes through a list from its end.",
     {"functional.map.elementwise-in-order", "functional.map.cannot-filter",
      "functional.map.resumes-after-error", "functional.map.sees-later-appends",
      "functional.map.several-iterables-by-position", "functional.map.stop-iteration-ends-a-pass"},
     [](Registry& registry) {
       replace_map(registry, [](const Value& right, const Values& arguments) {
         return backwards(right, arguments);
       });
     }},
    {"functional.map.dict-items",
     "A map over a dict passes pairs of key and value.",
     {"functional.map.dict-yields-keys", "functional.map.any-iterable-kind"},
     [](Registry& registry) {
       replace_map(registry, [](const Value& right, const Values& arguments) {
         return dict_items(right, arguments);
       });
     }},
    {"functional.map.drops-false",
     "A map leaves out results that are false or None.",
     {"functional.map.cannot-filter", "functional.map.length-kept-for-one-iterable"},
     [](Registry& registry) { replace_map(registry, drops_false); }},
    {"functional.map.drops-repeats",
     "A map leaves out a result that equals the one before.",
     {"functional.map.length-kept-for-one-iterable", "functional.map.cannot-filter"},
     [](Registry& registry) { replace_map(registry, drops_repeats); }},
    {"functional.map.calls-on-empty",
     "A map over nothing calls the function once, with None.",
     {"functional.map.empty-input", "functional.map.arity-error-at-first-step",
      "functional.map.non-callable-at-first-step"},
     [](Registry& registry) { replace_map(registry, calls_on_empty); }},
    {"functional.map.in-place",
     "A map writes its results over the elements of its source.",
     {"functional.map.source-unchanged"},
     [](Registry& registry) { replace_map(registry, in_place); }},
};

}  // namespace
}  // namespace touchstone::faults
