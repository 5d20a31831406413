/// Python's unbounded int: small ones inline in the Value, all others as BigInt. A value has one
/// form only: what fits 64 bits is inline. bool counts as int everywhere here.
#pragma once

#include <gmpxx.h>

#include <cstdint>
#include <optional>
#include <string>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class BigInt : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::BigInt; }
  explicit BigInt(mpz_class number) : Object(Kind::BigInt), number_(std::move(number)) {}
  const mpz_class& number() const { return number_; }

 private:
  const mpz_class number_;
};

Value make_int(const mpz_class& number);
Value make_unsigned(std::uint64_t number);

bool is_int(const Value& value);
/// Requires is_int.
mpz_class big_of(const Value& value);
/// The number where it is an int within 64 bits.
std::optional<std::int64_t> small_of(const Value& value);

/// Python's float as an exact int, truncated; requires a finite number.
mpz_class truncate(double number);
/// The nearest double, ties to even; infinite where it is beyond the range.
double nearest_double(const mpz_class& number);

}  // namespace touchstone::native
