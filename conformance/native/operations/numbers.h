/// Arithmetic of int, float and bool, exact where Python's is.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/native/operations/operations.h"

namespace touchstone::native {

bool is_number(const Value& value);

/// None where the operands are not both numbers, or the operator is not theirs.
std::optional<Value> number_binary(BinaryOp op, const Value& left, const Value& right);
std::optional<Value> number_unary(UnaryOpKind op, const Value& operand);

/// Both are numbers. Unordered where one is nan.
std::partial_ordering compare_numbers(const Value& left, const Value& right);
/// Equal numbers of any kind have equal hashes.
std::uint64_t hash_number(const Value& value);

/// int(text, base) and float(text); none where the text is no number.
std::optional<Value> parse_int(std::u32string_view text, int base);
std::optional<double> parse_float(std::u32string_view text);

Value power(const Value& base, const Value& exponent, const Value& modulus);

}  // namespace touchstone::native
