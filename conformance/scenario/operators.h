/// The operators' names in `ast`, their symbols in the text, and how tightly they bind.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/scenario/expressions.h"

namespace touchstone::scenario {

std::string_view name(BinaryOp op);
std::string_view name(BooleanOp op);
std::string_view name(UnaryOpKind op);
std::string_view name(CompareOp op);

std::string_view symbol(BinaryOp op);
std::string_view symbol(BooleanOp op);
std::string_view symbol(UnaryOpKind op);
std::string_view symbol(CompareOp op);

/// The operator of that name, or nothing.
template <class Op>
std::optional<Op> operator_named(std::string_view name);
template <>
std::optional<BinaryOp> operator_named<BinaryOp>(std::string_view name);
template <>
std::optional<BooleanOp> operator_named<BooleanOp>(std::string_view name);
template <>
std::optional<UnaryOpKind> operator_named<UnaryOpKind>(std::string_view name);
template <>
std::optional<CompareOp> operator_named<CompareOp>(std::string_view name);

/// Of Python's expressions, loosest first. An operand that binds less tightly than its place
/// demands stands in parentheses.
enum class Precedence {
  yield,        ///< yield, and tuples without parentheses
  conditional,  ///< if-else, lambda
  disjunction,
  conjunction,
  inversion,
  comparison,
  bit_or,
  bit_xor,
  bit_and,
  shift,
  sum,
  term,
  factor,
  power,
  await,
  primary
};

Precedence precedence(BinaryOp op);
constexpr Precedence tighter(Precedence than) {
  return static_cast<Precedence>(static_cast<int>(than) + 1);
}

}  // namespace touchstone::scenario
