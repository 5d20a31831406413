// Counts and numbers that the Fibonacci generators meet.
#include <gmpxx.h>

#include "conformance/faults/generators/memory.h"

namespace touchstone::faults {
namespace {

/// Replaces range(count) of one argument.
template <Value (*wrong)(const Value& count)>
void replace_count(Registry& registry) {
  const Value right = *native::builtin_names().find("range");
  registry.function("range", [right](native::Call& call) {
    if (call.size() == 1) call.arguments().positional[0] = wrong(call[0]);
    return native::call(right, call.arguments());
  });
}

Value absolute(const Value& count) {
  return count.is_small_int() ? Value(std::abs(count.integer())) : count;
}
Value one_short(const Value& count) {
  const bool is_long = count.is_small_int() && count.integer() > 64;
  return is_long ? Value(count.integer() - 1) : count;
}
Value rounded_down(const Value& count) {
  return count.is_float() ? Value(static_cast<std::int64_t>(count.real())) : count;
}

void wrap_at_64_bits(Registry& registry) {
  registry.language.wide_integer = [](const mpz_class& exact) {
    const mpz_class wrapped = exact % (mpz_class(1) << 64);
    return Value(static_cast<std::int64_t>(wrapped.get_ui()));
  };
}

const Faults generators_fibonacci_faults{
    {"generators.fibonacci.wraps",
     "Integers wrap around at 64 bits.",
     {"generators.fibonacci.big"},
     wrap_at_64_bits},
    {"generators.fibonacci.negative-range",
     "A range over a negative count goes through its absolute value.",
     {"generators.fibonacci.empty"},
     replace_count<absolute>},
    {"generators.fibonacci.short-range",
     "A range of more than 64 stops one short.",
     {"generators.fibonacci.two-forms-agree"},
     replace_count<one_short>},
    {"generators.fibonacci.fractional-range",
     "A range rounds a fractional count down.",
     {"generators.fibonacci.fractional-count"},
     replace_count<rounded_down>},
};

}  // namespace
}  // namespace touchstone::faults
