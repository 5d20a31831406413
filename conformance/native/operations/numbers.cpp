#include "conformance/native/operations/numbers.h"

#include <cmath>
#include <limits>

#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

[[noreturn]] void divide_by_zero(const char* message) {
  throw python_error("ZeroDivisionError", message);
}

/// An exact result: what exceeds 64 bits goes through the registry.
Value exact(const mpz_class& number) {
  if (number.fits_slong_p()) return static_cast<std::int64_t>(number.get_si());
  const auto& wide = language().wide_integer;
  return wide ? wide(number) : make_int(number);
}

/// What C++ leaves undefined, or Python refuses, goes the long way.
bool can_divide_by(std::int64_t number) { return number != 0 && number != -1; }

/// True where C++, which rounds towards zero, and Python, which rounds down, differ.
bool rounds_down(std::int64_t left, std::int64_t right) {
  return left % right != 0 && (left < 0) != (right < 0);
}

std::optional<Value> small_binary(BinaryOp op, std::int64_t left, std::int64_t right) {
  std::int64_t result = 0;
  switch (op) {
    case BinaryOp::Add:
      if (!__builtin_add_overflow(left, right, &result)) return result;
      return std::nullopt;
    case BinaryOp::Sub:
      if (!__builtin_sub_overflow(left, right, &result)) return result;
      return std::nullopt;
    case BinaryOp::Mult:
      if (!__builtin_mul_overflow(left, right, &result)) return result;
      return std::nullopt;
    case BinaryOp::FloorDiv:
      if (can_divide_by(right)) return left / right - (rounds_down(left, right) ? 1 : 0);
      return std::nullopt;
    case BinaryOp::Mod:
      if (can_divide_by(right)) return left % right + (rounds_down(left, right) ? right : 0);
      return std::nullopt;
    case BinaryOp::BitAnd:
      return left & right;
    case BinaryOp::BitOr:
      return left | right;
    case BinaryOp::BitXor:
      return left ^ right;
    default:
      return std::nullopt;
  }
}

mpz_class floor_divide(const mpz_class& left, const mpz_class& right) {
  if (right == 0) divide_by_zero("integer division or modulo by zero");
  mpz_class quotient;
  mpz_fdiv_q(quotient.get_mpz_t(), left.get_mpz_t(), right.get_mpz_t());
  return quotient;
}

mpz_class modulo(const mpz_class& left, const mpz_class& right) {
  if (right == 0) divide_by_zero("integer division or modulo by zero");
  mpz_class remainder;
  mpz_fdiv_r(remainder.get_mpz_t(), left.get_mpz_t(), right.get_mpz_t());
  return remainder;
}

/// Correctly rounded, also where neither operand fits a double.
double true_divide(const mpz_class& left, const mpz_class& right) {
  if (right == 0) divide_by_zero("division by zero");
  const mpz_class magnitude = abs(left);
  const mpz_class divisor = abs(right);
  const auto bits = [](const mpz_class& number) {
    return static_cast<long>(mpz_sizeinbase(number.get_mpz_t(), 2));
  };
  const long shift = 66 - (bits(magnitude) - bits(divisor));
  mpz_class scaled = magnitude;
  mpz_class under = divisor;
  if (shift > 0)
    scaled <<= static_cast<unsigned long>(shift);
  else
    under <<= static_cast<unsigned long>(-shift);
  mpz_class quotient = scaled / under;
  if (quotient * under != scaled) quotient |= 1;
  const double result = std::ldexp(nearest_double(quotient), static_cast<int>(-shift));
  if (std::isinf(result)) throw overflow_error("integer division result too large for a float");
  return (left < 0) != (right < 0) ? -result : result;
}

unsigned long shift_count(const mpz_class& count) {
  if (count < 0) throw value_error("negative shift count");
  if (!count.fits_ulong_p() || count > 1'000'000'000)
    throw overflow_error("too many digits in integer");
  return count.get_ui();
}

mpz_class shift_right(const mpz_class& number, const mpz_class& count) {
  if (count < 0) throw value_error("negative shift count");
  mpz_class result;
  const unsigned long bits =
      count.fits_ulong_p() ? count.get_ui() : std::numeric_limits<unsigned long>::max();
  mpz_fdiv_q_2exp(result.get_mpz_t(), number.get_mpz_t(), bits);
  return result;
}

double float_modulo(double left, double right) {
  if (right == 0) divide_by_zero("float modulo");
  double remainder = std::fmod(left, right);
  if (remainder != 0 && (remainder < 0) != (right < 0)) remainder += right;
  return remainder == 0 ? std::copysign(0.0, right) : remainder;
}

double float_floor_divide(double left, double right) {
  if (right == 0) divide_by_zero("float floor division by zero");
  double quotient = (left - float_modulo(left, right)) / right;
  if (quotient == 0) return std::copysign(0.0, left / right);
  const double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

double as_double(const Value& number) {
  if (number.is_float()) return number.real();
  const double nearest = nearest_double(big_of(number));
  if (std::isinf(nearest)) throw overflow_error("int too large to convert to float");
  return nearest;
}

Value float_power(double base, double exponent) {
  if (base == 0 && exponent < 0) divide_by_zero("0.0 cannot be raised to a negative power");
  const double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent))
    throw overflow_error("Result too large");
  if (std::isnan(result) && !std::isnan(base) && !std::isnan(exponent))
    throw value_error("a negative number has no real fractional power");
  return result;
}

Value int_power(const mpz_class& base, const mpz_class& exponent) {
  if (exponent < 0) return float_power(nearest_double(base), nearest_double(exponent));
  if (!exponent.fits_ulong_p()) throw overflow_error("exponent too large");
  mpz_class result;
  mpz_pow_ui(result.get_mpz_t(), base.get_mpz_t(), exponent.get_ui());
  return exact(result);
}

std::optional<Value> int_binary(BinaryOp op, const Value& left, const Value& right) {
  const auto small_left = small_of(left);
  const auto small_right = small_of(right);
  if (small_left && small_right) {
    if (left.is_bool() && right.is_bool() &&
        (op == BinaryOp::BitAnd || op == BinaryOp::BitOr || op == BinaryOp::BitXor)) {
      return small_binary(op, *small_left, *small_right)->integer() != 0;
    }
    if (auto result = small_binary(op, *small_left, *small_right)) return result;
  }
  const mpz_class a = big_of(left);
  const mpz_class b = big_of(right);
  switch (op) {
    case BinaryOp::Add:
      return exact(a + b);
    case BinaryOp::Sub:
      return exact(a - b);
    case BinaryOp::Mult:
      return exact(a * b);
    case BinaryOp::Div:
      return true_divide(a, b);
    case BinaryOp::FloorDiv:
      return exact(floor_divide(a, b));
    case BinaryOp::Mod:
      return exact(modulo(a, b));
    case BinaryOp::Pow:
      return int_power(a, b);
    case BinaryOp::LShift:
      return a == 0 ? Value(0) : exact(a << shift_count(b));
    case BinaryOp::RShift:
      return exact(shift_right(a, b));
    case BinaryOp::BitAnd:
      return exact(a & b);
    case BinaryOp::BitOr:
      return exact(a | b);
    case BinaryOp::BitXor:
      return exact(a ^ b);
    case BinaryOp::MatMult:
      break;
  }
  return std::nullopt;
}

std::optional<Value> float_binary(BinaryOp op, double a, double b) {
  switch (op) {
    case BinaryOp::Add:
      return a + b;
    case BinaryOp::Sub:
      return a - b;
    case BinaryOp::Mult:
      return a * b;
    case BinaryOp::Div:
      if (b == 0) divide_by_zero("float division by zero");
      return a / b;
    case BinaryOp::FloorDiv:
      return float_floor_divide(a, b);
    case BinaryOp::Mod:
      return float_modulo(a, b);
    case BinaryOp::Pow:
      return float_power(a, b);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_number(const Value& value) { return value.is_float() || is_int(value); }

std::optional<Value> number_binary(BinaryOp op, const Value& left, const Value& right) {
  if (!is_number(left) || !is_number(right)) return std::nullopt;
  if (left.is_float() || right.is_float())
    return float_binary(op, as_double(left), as_double(right));
  return int_binary(op, left, right);
}

std::optional<Value> number_unary(UnaryOpKind op, const Value& operand) {
  if (operand.is_float()) {
    if (op == UnaryOpKind::USub) return -operand.real();
    if (op == UnaryOpKind::UAdd) return operand;
    return std::nullopt;
  }
  if (!is_int(operand)) return std::nullopt;
  const mpz_class number = big_of(operand);
  if (op == UnaryOpKind::USub) return exact(-number);
  if (op == UnaryOpKind::UAdd) return make_int(number);
  return exact(-number - 1);
}

std::partial_ordering compare_numbers(const Value& left, const Value& right) {
  if (left.is_float() && right.is_float()) return left.real() <=> right.real();
  if (!left.is_float() && !right.is_float()) {
    const auto a = small_of(left);
    const auto b = small_of(right);
    if (a && b) return *a <=> *b;
    return cmp(big_of(left), big_of(right)) <=> 0;
  }
  if (right.is_float()) {
    if (std::isnan(right.real())) return std::partial_ordering::unordered;
    return mpz_cmp_d(big_of(left).get_mpz_t(), right.real()) <=> 0;
  }
  if (std::isnan(left.real())) return std::partial_ordering::unordered;
  return 0 <=> mpz_cmp_d(big_of(right).get_mpz_t(), left.real());
}

std::uint64_t hash_number(const Value& value) {
  constexpr unsigned long modulus = (1UL << 61U) - 1;
  const auto of_int = [](const mpz_class& number) {
    const std::uint64_t magnitude = mpz_fdiv_ui(mpz_class(abs(number)).get_mpz_t(), modulus);
    return number < 0 ? ~magnitude + 1 : magnitude;
  };
  if (!value.is_float()) {
    const auto small = small_of(value);
    return small && *small >= 0 && *small < static_cast<std::int64_t>(modulus)
               ? static_cast<std::uint64_t>(*small)
               : of_int(big_of(value));
  }
  const double number = value.real();
  if (!std::isfinite(number)) return std::isnan(number) ? 0 : (number > 0 ? 314159 : ~314159ULL);
  if (number == std::trunc(number)) return of_int(truncate(number));
  return std::hash<double>{}(number) | (1ULL << 63U);
}

Value power(const Value& base, const Value& exponent, const Value& modulus) {
  if (modulus.is_none()) return binary(BinaryOp::Pow, base, exponent);
  const mpz_class m = big_of(modulus);
  if (m == 0) throw value_error("pow() 3rd argument cannot be 0");
  mpz_class result;
  mpz_powm(result.get_mpz_t(), big_of(base).get_mpz_t(), big_of(exponent).get_mpz_t(),
           m.get_mpz_t());
  if (m < 0 && result != 0) result += m;
  return make_int(result);
}

}  // namespace touchstone::native
