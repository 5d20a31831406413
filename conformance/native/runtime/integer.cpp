#include "conformance/native/runtime/integer.h"

#include <cmath>

namespace touchstone::native {

Value make_int(const mpz_class& number) {
  if (number.fits_slong_p()) return Value(static_cast<std::int64_t>(number.get_si()));
  return make<BigInt>(number);
}

Value make_unsigned(std::uint64_t number) {
  if (number <= static_cast<std::uint64_t>(INT64_MAX))
    return Value(static_cast<std::int64_t>(number));
  return make<BigInt>(mpz_class(static_cast<unsigned long>(number)));
}

bool is_int(const Value& value) {
  return value.is_small_int() || value.is_bool() || as<BigInt>(value) != nullptr;
}

mpz_class big_of(const Value& value) {
  if (const auto* big = as<BigInt>(value)) return big->number();
  return mpz_class(static_cast<long>(value.integer()));
}

std::optional<std::int64_t> small_of(const Value& value) {
  if (value.is_small_int() || value.is_bool()) return value.integer();
  return std::nullopt;
}

mpz_class truncate(double number) { return mpz_class(std::trunc(number)); }

// mpz_get_d truncates; Python rounds half to even: keep 64 leading bits, the lowest of them sticky.
double nearest_double(const mpz_class& number) {
  const std::size_t bits = mpz_sizeinbase(number.get_mpz_t(), 2);
  if (bits <= 64) {
    const mpz_class magnitude = abs(number);
    const double rounded = static_cast<double>(magnitude.get_ui());
    return number < 0 ? -rounded : rounded;
  }
  const std::size_t dropped = bits - 64;
  mpz_class head = abs(number);
  const bool sticky = mpz_scan1(head.get_mpz_t(), 0) < dropped;
  head >>= dropped;
  std::uint64_t top = head.get_ui();
  if (sticky) top |= 1U;
  const double rounded = std::ldexp(static_cast<double>(top), static_cast<int>(dropped));
  return number < 0 ? -rounded : rounded;
}

}  // namespace touchstone::native
