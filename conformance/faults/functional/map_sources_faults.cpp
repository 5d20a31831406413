// Maps that combine several iterables wrongly.
#include <algorithm>

#include "conformance/faults/functional/iterators.h"

namespace touchstone::faults {
namespace {

/// Every element of the left with every one of the right: rows, the last source fastest.
Values product_of(Sources& sources) {
  Values rows{native::make_tuple({})};
  for (Iteration& source : sources.all()) {
    const Values elements = native::items_of(source.iterator());
    Values longer;
    for (const Value& row : rows)
      for (const Value& element : elements) {
        Values items = as<native::Tuple>(row)->items();
        items.push_back(element);
        longer.push_back(native::make_tuple(std::move(items)));
      }
    rows = std::move(longer);
  }
  return rows;
}

Value every_combination(const Value& right, const Values& arguments) {
  if (arguments.size() == 2) return native::call(right, arguments);
  return iterator_of(
      [function = arguments[0], sources = Sources(arguments), rows = Value()]() mutable {
        if (rows.is_none()) rows = iterator_over(product_of(sources));
        auto row = Iteration(rows).next();
        return row ? std::optional(native::call(function, as<native::Tuple>(*row)->items()))
                   : std::nullopt;
      });
}

using Elements = std::vector<std::optional<Value>>;

bool none_there(const Elements& row) {
  return std::ranges::none_of(row, [](const auto& element) { return element.has_value(); });
}
bool all_there(const Elements& row) {
  return std::ranges::all_of(row, [](const auto& element) { return element.has_value(); });
}

Value call_with(const Value& function, const Elements& row) {
  Values arguments;
  for (const auto& element : row) arguments.push_back(element.value_or(Value()));
  return native::call(function, std::move(arguments));
}

std::optional<Value> strict_step(const Value& function, Sources& sources) {
  const Elements row = sources.pull_all();
  if (none_there(row)) return std::nullopt;
  if (!all_there(row)) throw native::value_error("the sources differ in length");
  return call_with(function, row);
}

std::optional<Value> padding_step(const Value& function, Sources& sources) {
  const Elements row = sources.pull_all();
  return none_there(row) ? std::nullopt : std::optional(call_with(function, row));
}

std::optional<Value> asking_all_step(const Value& function, Sources& sources) {
  const Elements row = sources.pull_all();
  return all_there(row) ? std::optional(call_with(function, row)) : std::nullopt;
}

Value stops_by_length(const Value& right, const Values& arguments) {
  return iterator_of([arguments, results = Iteration(native::call(right, arguments)),
                      steps = std::size_t{0}]() mutable {
    const auto is_used_up = [&](const Value& source) {
      const auto length = native::find_length(source);
      return length && *length <= steps;
    };
    if (std::any_of(arguments.begin() + 1, arguments.end(), is_used_up))
      return std::optional<Value>();
    ++steps;
    return results.next();
  });
}

const Faults functional_map_sources_faults{
    {"functional.map.every-combination",
     "A map over several iterables calls the function with every combination of their elements.",
     {"functional.map.several-iterables-by-position", "functional.map.endless-input",
      "functional.map.later-iterables-untouched", "functional.map.shortest-wins",
      "functional.map.surplus-element-lost"},
     [](Registry& registry) { replace_map(registry, every_combination); }},
    {"functional.map.strict-lengths",
     "A map over iterables of unequal length raises an error when the shortest ends.",
     {"functional.map.shortest-wins", "functional.map.empty-input", "functional.map.endless-input",
      "functional.map.later-iterables-untouched"},
     [](Registry& registry) {
       replace_map(registry, [](const Value&, const Values& arguments) {
         return map_by(strict_step, arguments);
       });
     }},
    {"functional.map.pads",
     "A map goes on to the end of the longest iterable, with None for what the others lack.",
     {"functional.map.shortest-wins", "functional.map.empty-input", "functional.map.endless-input",
      "functional.map.later-iterables-untouched", "functional.map.surplus-element-lost"},
     [](Registry& registry) {
       replace_map(registry, [](const Value&, const Values& arguments) {
         return map_by(padding_step, arguments);
       });
     }},
    {"functional.map.asks-every-source",
     "A map takes an element of every source before it looks whether one has ended.",
     {"functional.map.later-iterables-untouched"},
     [](Registry& registry) {
       replace_map(registry, [](const Value&, const Values& arguments) {
         return map_by(asking_all_step, arguments);
       });
     }},
    {"functional.map.stops-by-length",
     "A map looks at the lengths of its sources, and takes nothing once one is used up.",
     {"functional.map.surplus-element-lost", "functional.map.sees-later-appends"},
     [](Registry& registry) { replace_map(registry, stops_by_length); }},
};

}  // namespace
}  // namespace touchstone::faults
