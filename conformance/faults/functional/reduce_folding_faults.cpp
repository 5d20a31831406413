// Folds in a wrong order, from a wrong start, or to a wrong result.
#include <algorithm>

#include "conformance/faults/functional/iterators.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::faults {
namespace {

/// The right fold of other elements, with the call's function and initial value.
Value reduce_elements(const Value& right, Call& call, Values elements) {
  call.arguments().positional[1] = native::make_list(std::move(elements));
  return native::call(right, call.arguments());
}

Value from_the_right(const Value& right, Call& call) {
  Values elements = native::items_of(call[1]);
  std::ranges::reverse(elements);
  return reduce_elements(right, call, std::move(elements));
}

Value in_pairs(const Value& right, Call& call) {
  if (has_initial(call)) return native::call(right, call.arguments());
  Values level = native::items_of(call[1]);
  while (level.size() > 1) {
    Values next;
    for (std::size_t i = 0; i + 1 < level.size(); i += 2)
      next.push_back(native::call(call[0], {level[i], level[i + 1]}));
    if (level.size() % 2 == 1) next.push_back(level.back());
    level = std::move(next);
  }
  return reduce_elements(right, call, std::move(level));
}

Value call_swapped(const Value& function, const Values& arguments) {
  return native::call(function, {arguments[1], arguments[0]});
}

Value call_wrapping(const Value& function, const Values& arguments) {
  const Value result = native::call(function, arguments);
  const auto* wide = as<native::BigInt>(result);
  if (wide == nullptr) return result;
  mpz_class low;
  mpz_fdiv_r_2exp(low.get_mpz_t(), wide->number().get_mpz_t(), 64);
  return Value(static_cast<std::int64_t>(low.get_ui()));
}

Value on_demand(const Value& right, Call& call) {
  if (!native::get_iterator(call[1]).is(call[1])) return native::call(right, call.arguments());
  return iterator_of([function = call[0], elements = Iteration(call[1]),
                      total = has_initial(call) ? call[2] : Value::unbound()]() mutable {
    auto element = elements.next();
    if (!element) return std::optional<Value>();
    total = total.is_bound() ? native::call(function, {total, *element}) : *element;
    return std::optional(total);
  });
}

Value initial_last(const Value& right, Call& call) {
  if (!has_initial(call)) return native::call(right, call.arguments());
  Values elements = native::items_of(call[1]);
  elements.push_back(call[2]);
  call.arguments().positional.pop_back();
  return reduce_elements(right, call, std::move(elements));
}

Value from_zero(const Value& right, Call& call) {
  if (!has_initial(call)) call.arguments().positional.emplace_back(0);
  return native::call(right, call.arguments());
}

Value from_empty_text(const Value& right, Call& call) {
  const Values first = has_initial(call) ? Values() : peek(call, 1);
  if (!first.empty() && as<native::Str>(first[0]) != nullptr)
    call.arguments().positional.push_back(native::make_str(""));
  return native::call(right, call.arguments());
}

Value initial_twice(const Value& right, Call& call) {
  const bool doubled = has_initial(call) && native::is_int(call[2]) && !peek(call, 1).empty();
  const Value total = native::call(right, call.arguments());
  return doubled ? native::call(call[0], {total, call[2]}) : total;
}

Value in_type_of_elements(const Value& right, Call& call) {
  const Values first = peek(call, 1);
  const Value total = native::call(right, call.arguments());
  if (first.empty() || &native::class_of(first[0]) == &native::class_of(total)) return total;
  return native::call(Value(&native::class_of(first[0])), {total});
}

const Faults functional_reduce_folding_faults{
    {"functional.reduce.from-the-right",
     "reduce folds from the last element to the first.",
     {"functional.reduce.left-associative", "functional.reduce.initial-comes-first",
      "functional.reduce.join-example", "functional.reduce.no-initial-starts-with-first",
      "functional.reduce.stops-at-error"},
     [](Registry& registry) { replace_reduce(registry, from_the_right); }},
    {"functional.reduce.in-pairs",
     "reduce combines neighbours, then their results, as a parallel fold does.",
     {"functional.reduce.left-associative", "functional.reduce.stops-at-error"},
     [](Registry& registry) { replace_reduce(registry, in_pairs); }},
    {"functional.reduce.swaps-arguments",
     "The function gets the element first and the accumulated value second.",
     {"functional.reduce.accumulator-first-argument", "functional.reduce.initial-comes-first",
      "functional.reduce.join-example", "functional.reduce.left-associative",
      "functional.reduce.no-initial-starts-with-first"},
     replace_calls_of_reduce<call_swapped>},
    {"functional.reduce.wraps-at-64-bits",
     "reduce keeps the lowest 64 bits of an integer.",
     {"functional.reduce.integers-exact"},
     replace_calls_of_reduce<call_wrapping>},
    {"functional.reduce.on-demand",
     "reduce of an iterator gives an iterator over the accumulated values.",
     {"functional.reduce.consumes-all-eagerly", "functional.reduce.empty-with-initial",
      "functional.reduce.empty-without-initial", "functional.reduce.stops-at-error"},
     [](Registry& registry) { replace_reduce(registry, on_demand); }},
    {"functional.reduce.initial-last",
     "The initial value is folded in last.",
     {"functional.reduce.initial-comes-first"},
     [](Registry& registry) { replace_reduce(registry, initial_last); }},
    {"functional.reduce.from-zero",
     "Without an initial value reduce starts from 0.",
     {"functional.reduce.no-initial-starts-with-first", "functional.reduce.product-example",
      "functional.reduce.empty-without-initial", "functional.reduce.join-example",
      "functional.reduce.left-associative", "functional.reduce.single-element-no-call"},
     [](Registry& registry) { replace_reduce(registry, from_zero); }},
    {"functional.reduce.from-empty-text",
     "Without an initial value a fold of texts starts from the empty text.",
     {"functional.reduce.join-example", "functional.reduce.left-associative"},
     [](Registry& registry) { replace_reduce(registry, from_empty_text); }},
    {"functional.reduce.initial-twice",
     "An initial value that is a number is folded in at the end once more.",
     {"functional.reduce.sum-with-initial-example"},
     [](Registry& registry) { replace_reduce(registry, initial_twice); }},
    {"functional.reduce.in-type-of-elements",
     "The result is converted to the type of the elements.",
     {"functional.reduce.result-may-be-larger"},
     [](Registry& registry) { replace_reduce(registry, in_type_of_elements); }},
    {"functional.reduce.anew",
     "reduce written as a plain loop.",
     {},
     [](Registry& registry) {
       replace_reduce(registry, [](const Value&, Call& call) {
         call.expect(2, 3);
         Iteration elements(call[1]);
         std::optional<Value> total = has_initial(call) ? std::optional(call[2]) : elements.next();
         if (!total) throw native::type_error("reduce() of nothing without an initial value");
         while (auto element = elements.next()) total = native::call(call[0], {*total, *element});
         return *total;
       });
     },
     FaultKind::lawful,
     {"functional.*"}},
};

}  // namespace
}  // namespace touchstone::faults
