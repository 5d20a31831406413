/// Indexing and slicing arithmetic that all sequences share, and the operators of the built-in
/// sequences.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "conformance/native/operations/operations.h"

namespace touchstone::native {

/// The positions that a slice selects, in order.
struct Selection {
  std::int64_t start = 0;
  std::int64_t step = 1;
  std::int64_t count = 0;

  std::size_t at(std::int64_t i) const { return static_cast<std::size_t>(start + i * step); }
};
Selection select(const Slice& bounds, std::size_t length);

/// The items of `sequence` at the selection.
template <class Sequence>
Sequence picked(const Sequence& sequence, const Selection& selection) {
  Sequence result;
  result.reserve(static_cast<std::size_t>(selection.count));
  for (std::int64_t i = 0; i < selection.count; ++i) result.push_back(sequence[selection.at(i)]);
  return result;
}

/// An int as index, through `__index__` where need be; IndexError where it does not fit 64 bits.
std::int64_t index_from(const Value& value);
/// None where the value is no int and has no `__index__`.
std::optional<mpz_class> find_index(const Value& value);
/// An int of 0..255; ValueError for any other.
std::uint8_t byte_from(const Value& value);
/// Counts negative indexes from the end; IndexError with `message` beyond the ends.
std::size_t position_of(std::int64_t index, std::size_t length, const char* message);

/// `+` and `*` of sequences, `|&-^` of sets and dicts, `%` of str; none where they do not apply.
std::optional<Value> sequence_binary(BinaryOp op, const Value& left, const Value& right);
/// `+=` and its like where they change the left operand; none where they do not apply.
std::optional<Value> sequence_in_place(BinaryOp op, const Value& left, const Value& right);

/// A str, bytes or a bytearray.
bool is_text_or_bytes(const Value& value);

bool equal_items(const Values& left, const Values& right);
/// Lexicographic `<`, `<=`, `>`, `>=`.
bool compare_items(CompareOp op, const Values& left, const Values& right);

}  // namespace touchstone::native
