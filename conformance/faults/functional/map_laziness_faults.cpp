// Maps that work too early, too much, or that are something else than an iterator.
#include "conformance/faults/functional/iterators.h"

namespace touchstone::faults {
namespace {

Value eager(const Value& right, const Values& arguments) {
  return iterator_over(native::items_of(native::call(right, arguments)));
}

Value returns_list(const Value& right, const Values& arguments) {
  return native::make_list(native::items_of(native::call(right, arguments)));
}

Value reads_ahead(const Value&, const Values& arguments) {
  struct Ahead {
    Sources sources;
    std::optional<Values> row;
    bool started = false;
  };
  return iterator_of([function = arguments[0], ahead = Ahead{Sources(arguments), {}}]() mutable {
    if (!std::exchange(ahead.started, true)) ahead.row = ahead.sources.pull();
    if (!ahead.row) return std::optional<Value>();
    Values row = std::move(*ahead.row);
    ahead.row = ahead.sources.pull();
    return std::optional(native::call(function, std::move(row)));
  });
}

Value copies_lists(const Value& right, Values arguments) {
  for (Value& argument : arguments)
    if (const auto* list = as<native::List>(argument))
      argument = native::make_list(list->snapshot());
  return native::call(right, std::move(arguments));
}

Value reads_generators_whole(const Value& right, Values arguments) {
  for (Value& argument : arguments)
    if (as<native::Generator>(argument) != nullptr)
      argument = iterator_after(argument, [](Values elements) { return elements; });
  return native::call(right, std::move(arguments));
}

Value starts_over(const Value& right, const Values& arguments) {
  return iterator_of(
      [right, arguments, pass = Iteration(native::call(right, arguments))]() mutable {
        auto result = pass.next();
        if (!result) pass = Iteration(native::call(right, arguments));
        return result;
      });
}

/// A map with more to it than an iterator has.
struct SizedMap {
  Iteration results;
  Value source;

  std::optional<Value> next() { return results.next(); }
  std::int64_t length() { return static_cast<std::int64_t>(native::length_of(source)); }
  Value item(const Value& index) {
    return native::get_item(native::make_list(native::items_of(results.iterator())), index);
  }
};

native::TypeBinder<SizedMap> sized_map(Registry& registry) {
  const Value right = registry.at("map");
  auto type = registry.type<SizedMap>("map");
  type.constructor_from([right](Call& call) {
    const Value made = native::call(right, call.arguments());
    return std::make_shared<SizedMap>(SizedMap{Iteration(made), call[1]});
  });
  type.iterator(&SizedMap::next);
  return type;
}

const Faults functional_map_laziness_faults{
    {"functional.map.eager",
     "A map makes all its results when it is made, and then replays them.",
     {"functional.map.creation-calls-nothing", "functional.map.one-call-per-step",
      "functional.map.sees-later-appends", "functional.map.arity-error-at-first-step",
      "functional.map.endless-input", "functional.map.non-callable-at-first-step",
      "functional.map.none-is-not-identity", "functional.map.stop-iteration-ends-a-pass"},
     [](Registry& registry) { replace_map(registry, eager); }},
    {"functional.map.reads-ahead",
     "A map takes the elements of the next step already at this one.",
     {"functional.map.one-call-per-step", "functional.map.endless-input",
      "functional.map.sees-later-appends"},
     [](Registry& registry) { replace_map(registry, reads_ahead); }},
    {"functional.map.copies-lists",
     "A map copies the lists that it is given.",
     {"functional.map.sees-later-appends"},
     [](Registry& registry) {
       replace_map(registry, [](const Value& right, const Values& arguments) {
         return copies_lists(right, arguments);
       });
     }},
    {"functional.map.reads-generators-whole",
     "A map reads a generator to its end before the first result.",
     {"functional.map.endless-input", "functional.map.surplus-element-lost"},
     [](Registry& registry) {
       replace_map(registry, [](const Value& right, const Values& arguments) {
         return reads_generators_whole(right, arguments);
       });
     }},
    {"functional.map.returns-list",
     "map gives a list.",
     {"functional.map.result-is-iterator", "functional.map.no-length", "functional.map.no-indexing",
      "functional.map.arity-error-at-first-step", "functional.map.creation-calls-nothing",
      "functional.map.endless-input", "functional.map.non-callable-at-first-step",
      "functional.map.none-is-not-identity", "functional.map.one-call-per-step",
      "functional.map.sees-later-appends", "functional.map.single-pass",
      "functional.map.stop-iteration-ends-a-pass"},
     [](Registry& registry) { replace_map(registry, returns_list); }},
    {"functional.map.starts-over",
     "A map starts anew once it has come to its end.",
     {"functional.map.single-pass", "functional.map.sees-later-appends",
      "functional.map.stop-iteration-ends-a-pass"},
     [](Registry& registry) { replace_map(registry, starts_over); }},
    {"functional.map.has-length",
     "A map has the length of its first source.",
     {"functional.map.no-length"},
     [](Registry& registry) { sized_map(registry).method("__len__", &SizedMap::length); }},
    {"functional.map.has-items",
     "A map can be indexed: it works out what is left and gives the element.",
     {"functional.map.no-indexing"},
     [](Registry& registry) { sized_map(registry).method("__getitem__", &SizedMap::item); }},
    {"functional.map.anew",
     "A map that is a plain iterator, made by a function.",
     {},
     [](Registry& registry) {
       replace_map(registry, [](const Value&, const Values& arguments) {
         return map_by(
             [](const Value& function, Sources& sources) {
               auto row = sources.pull();
               return row ? std::optional(native::call(function, std::move(*row))) : std::nullopt;
             },
             arguments);
       });
     },
     FaultKind::lawful,
     {"functional.*"}},
};

}  // namespace
}  // namespace touchstone::faults
