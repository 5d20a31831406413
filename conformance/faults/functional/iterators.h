/// Parts from which faulty maps and folds are made: an iterator out of a function, the sources of a
/// map, and the way to put another map or reduce into a registry.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "conformance/faults/fault.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/iterator.h"

namespace touchstone::faults {

using native::as;
using native::Call;
using native::Iteration;
using native::PythonError;
using native::Registry;
using native::Value;
using native::Values;

using Step = std::function<std::optional<Value>()>;

class StepIterator : public native::Iterator {
 public:
  explicit StepIterator(Step step) : step_(std::move(step)) {}
  std::optional<Value> next() override { return step_(); }
  const char* type_name() const override { return "map"; }

 private:
  Step step_;
};

inline Value iterator_of(Step step) { return native::make<StepIterator>(std::move(step)); }

inline Value iterator_over(Values values) {
  return iterator_of([values = std::move(values), at = std::size_t{0}]() mutable {
    return at < values.size() ? std::optional(values[at++]) : std::nullopt;
  });
}

/// Reads `source` when the first element is wanted, and gives what `arrange` makes of its elements.
inline Value iterator_after(Value source, Values (*arrange)(Values)) {
  return iterator_of([source = std::move(source), arrange, all = Value()]() mutable {
    if (all.is_none()) all = iterator_over(arrange(native::items_of(source)));
    return Iteration(all).next();
  });
}

/// The sources of a map: the arguments behind the function.
class Sources {
 public:
  explicit Sources(const Values& arguments) {
    for (std::size_t i = 1; i < arguments.size(); ++i) sources_.emplace_back(arguments[i]);
  }
  std::vector<Iteration>& all() { return sources_; }

  /// An element of each, from left to right; nothing once one of them has ended.
  std::optional<Values> pull() {
    Values row;
    for (Iteration& source : sources_) {
      auto element = source.next();
      if (!element) return std::nullopt;
      row.push_back(std::move(*element));
    }
    return row;
  }

  /// One step of each, whichever have ended.
  std::vector<std::optional<Value>> pull_all() {
    std::vector<std::optional<Value>> row;
    for (Iteration& source : sources_) row.push_back(source.next());
    return row;
  }

 private:
  std::vector<Iteration> sources_;
};

/// Makes the result of `map(...)`. `right` is the right map, `arguments` are the function and one
/// source or more.
using MakeMap = Value (*)(const Value& right, const Values& arguments);

inline void replace_map(Registry& registry, MakeMap make) {
  registry.function("map", [right = registry.at("map"), make](Call& call) {
    const Values& arguments = call.arguments().positional;
    return arguments.size() < 2 ? native::call(right, arguments) : make(right, arguments);
  });
}

/// Scenarios get a map that pulls rows and makes results by `step`, called with the function and
/// the sources.
using MakeStep = std::optional<Value> (*)(const Value& function, Sources& sources);

inline Value map_by(MakeStep step, const Values& arguments) {
  return iterator_of([step, function = arguments[0], sources = Sources(arguments)]() mutable {
    return step(function, sources);
  });
}

using ReduceOther = Value (*)(const Value& right, Call& call);

inline void replace_reduce(Registry& registry, ReduceOther reduce) {
  registry.function("functools.reduce", [right = registry.at("functools.reduce"),
                                         reduce](Call& call) { return reduce(right, call); });
}

/// The first elements of reduce's iterable, at most `most`; the call gets an iterable that still
/// begins with them.
inline Values peek(Call& call, std::size_t most) {
  Iteration rest(call[1]);
  Values first;
  while (first.size() < most) {
    auto element = rest.next();
    if (!element) break;
    first.push_back(std::move(*element));
  }
  call.arguments().positional[1] = iterator_of([first, rest, at = std::size_t{0}]() mutable {
    return at < first.size() ? std::optional(first[at++]) : rest.next();
  });
  return first;
}

/// reduce was given an initial value.
inline bool has_initial(const Call& call) { return call.size() == 3; }

/// A native callable that has `call` in place of `function`.
using CallOther = Value (*)(const Value& function, const Values& arguments);

inline Value function_calling(const Value& function, CallOther call) {
  return native::make<native::Builtin>("function", [function, call](Call& given) {
    return call(function, given.arguments().positional);
  });
}

/// The arguments with another function in front.
inline Values with_function(Value function, Values arguments) {
  arguments[0] = std::move(function);
  return arguments;
}

/// Scenarios get a map, or a reduce, that calls its function by `call`.
template <CallOther call>
void replace_calls_of_map(Registry& registry) {
  replace_map(registry, [](const Value& right, const Values& arguments) {
    return native::call(right, with_function(function_calling(arguments[0], call), arguments));
  });
}

template <CallOther call>
void replace_calls_of_reduce(Registry& registry) {
  replace_reduce(registry, [](const Value& right, Call& given) {
    Values& arguments = given.arguments().positional;
    arguments[0] = function_calling(arguments[0], call);
    return native::call(right, given.arguments());
  });
}

inline bool is_error(const PythonError& error, std::string_view type) {
  return native::is_exception(error.exception(), type);
}

}  // namespace touchstone::faults
