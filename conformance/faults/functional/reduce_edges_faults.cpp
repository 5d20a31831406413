// Folds of nothing, of one element, with wrong arguments or errors; names and signatures taken for
// what they are not.
#include <sstream>

#include "conformance/faults/functional/iterators.h"
#include "conformance/native/run.h"

namespace touchstone::faults {
namespace {

Value calls_on_nothing(const Value& right, Call& call) {
  if (has_initial(call) && peek(call, 1).empty()) return native::call(call[0], {call[2], call[2]});
  return native::call(right, call.arguments());
}

Value nothing_is_none(const Value& right, Call& call) {
  if (!has_initial(call) && peek(call, 1).empty()) return {};
  return native::call(right, call.arguments());
}

Value calls_on_one(const Value& right, Call& call) {
  const bool starts_from_element = call.size() == 2 && call.arguments().keywords.empty();
  const Values first = starts_from_element ? peek(call, 2) : Values();
  if (first.size() != 1) return native::call(right, call.arguments());
  return native::call(call[0], {first[0], first[0]});
}

Value none_is_absent(const Value& right, Call& call) {
  if (has_initial(call) && call[2].is_none()) call.arguments().positional.pop_back();
  return native::call(right, call.arguments());
}

Value ignores_keywords(const Value& right, Call& call) {
  call.arguments().keywords.clear();
  return native::call(right, call.arguments());
}

Value takes_scalars(const Value& right, Call& call) {
  try {
    native::get_iterator(call[1]);
  } catch (const PythonError&) {
    call.arguments().positional[1] = native::make_list({call[1]});
  }
  return native::call(right, call.arguments());
}

Value call_reducer_without_errors(const Value& function, const Values& arguments) {
  try {
    return native::call(function, arguments);
  } catch (const PythonError&) {
    return arguments[0];
  }
}

Value call_with_element_only(const Value& function, const Values& arguments) {
  try {
    return native::call(function, arguments);
  } catch (const PythonError& error) {
    if (!is_error(error, "TypeError")) throw;
    return native::call(function, {arguments[1]});
  }
}

void built_in(Registry& registry) { registry.value("reduce", registry.at("functools.reduce")); }

void names_from_functools(Registry& registry) {
  auto& missing = registry.language.missing_name;
  missing = [right = missing](std::string_view name) {
    auto found = native::current_run().registry().find("functools." + std::string(name));
    return found || !right ? found : right(name);
  };
}

/// Only lines that are code each for themselves count; a text of one line is compiled as it is.
void skips_lines(Registry& registry) {
  auto& compile = registry.language.compile;
  compile = [right = compile](std::string_view source) {
    try {
      right(source);
    } catch (const std::exception&) {
      if (source.find('\n') == std::string_view::npos) throw;
    }
  };
}

const Faults functional_reduce_edges_faults{
    {"functional.reduce.calls-on-nothing",
     "reduce of nothing calls the function with the initial value twice.",
     {"functional.reduce.empty-with-initial", "functional.reduce.two-argument-function"},
     [](Registry& registry) { replace_reduce(registry, calls_on_nothing); }},
    {"functional.reduce.nothing-is-none",
     "reduce of nothing without an initial value gives None.",
     {"functional.reduce.empty-without-initial"},
     [](Registry& registry) { replace_reduce(registry, nothing_is_none); }},
    {"functional.reduce.calls-on-one",
     "reduce of a single element calls the function with it twice.",
     {"functional.reduce.single-element-no-call"},
     [](Registry& registry) { replace_reduce(registry, calls_on_one); }},
    {"functional.reduce.none-is-absent",
     "An initial value that is None counts as not given.",
     {"functional.reduce.null-initial-counts"},
     [](Registry& registry) { replace_reduce(registry, none_is_absent); }},
    {"functional.reduce.ignores-keywords",
     "reduce takes any keyword argument, and ignores it.",
     {"functional.reduce.initial-positional-only"},
     [](Registry& registry) { replace_reduce(registry, ignores_keywords); }},
    {"functional.reduce.takes-scalars",
     "What is not iterable counts as a sequence of one element.",
     {"functional.reduce.non-iterable"},
     [](Registry& registry) { replace_reduce(registry, takes_scalars); }},
    {"functional.reduce.swallows-errors",
     "reduce goes on after an error of the function.",
     {"functional.reduce.stops-at-error", "functional.reduce.two-argument-function"},
     replace_calls_of_reduce<call_reducer_without_errors>},
    {"functional.reduce.passes-element-only",
     "A function of one argument gets the element alone.",
     {"functional.reduce.two-argument-function"},
     replace_calls_of_reduce<call_with_element_only>},
    {"functional.reduce.is-built-in",
     "reduce is among the built-in names.",
     {"functional.reduce.lives-in-functools", "functional.reduce.needs-import"},
     built_in},
    {"functional.reduce.names-from-functools",
     "A name that nothing bound is looked up in functools.",
     {"functional.reduce.needs-import", "functional.reduce.lives-in-functools"},
     names_from_functools},
    {"functional.reduce.skips-lines",
     "The compiler passes over lines that it does not understand.",
     {"functional.reduce.signature-is-notation"},
     skips_lines},
};

}  // namespace
}  // namespace touchstone::faults
