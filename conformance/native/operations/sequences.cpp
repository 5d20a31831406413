#include "conformance/native/operations/sequences.h"

#include <algorithm>
#include <limits>

#include "conformance/native/builtins/percent_format.h"
#include "conformance/native/builtins/set_operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

std::int64_t clamped(const mpz_class& number) {
  if (number.fits_slong_p()) return number.get_si();
  return number < 0 ? std::numeric_limits<std::int64_t>::min()
                    : std::numeric_limits<std::int64_t>::max();
}

std::int64_t bound(const Value& given, std::int64_t fallback, std::int64_t low, std::int64_t high,
                   std::int64_t length) {
  if (given.is_none()) return fallback;
  const auto index = find_index(given);
  if (!index)
    throw type_error("slice indices must be integers or None or have an __index__ method");
  std::int64_t at = clamped(*index);
  if (at < 0) at = std::max(at, -length - 1) + length;
  return std::clamp(at, low, high);
}

template <class Sequence>
Sequence repeated(const Sequence& items, std::int64_t times) {
  Sequence result;
  if (times <= 0 || items.empty()) return result;
  if (items.size() * static_cast<std::uint64_t>(times) > (1ULL << 32U))
    throw python_error("MemoryError", "");
  result.resize(items.size() * static_cast<std::size_t>(times));
  std::copy(items.begin(), items.end(), result.begin());
  for (std::size_t filled = items.size(); filled < result.size(); filled *= 2)
    std::copy_n(result.begin(), std::min(filled, result.size() - filled),
                result.begin() + static_cast<std::ptrdiff_t>(filled));
  return result;
}

std::optional<Value> repeat(const Value& sequence, const Value& count) {
  if (!is_int(count)) return std::nullopt;
  const std::int64_t times = clamped(big_of(count));
  std::string data;
  if (const auto* text = as<Str>(sequence)) return make_str(repeated(text->points(), times));
  if (const auto* bytes = as<Bytes>(sequence)) return make_bytes(repeated(bytes->data(), times));
  if (const auto* array = as<ByteArray>(sequence))
    return Value(make<ByteArray>(repeated(array->snapshot(), times)));
  if (const auto* tuple = as<Tuple>(sequence)) return make_tuple(repeated(tuple->items(), times));
  if (const auto* list = as<List>(sequence)) return make_list(repeated(list->snapshot(), times));
  return std::nullopt;
}

Values appended(Values left, const Values& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

std::optional<Value> concatenate_sequences(const Value& left, const Value& right) {
  if (is_text_or_bytes(left) || is_text_or_bytes(right)) {
    const bool mixed = as<Instance>(left) != nullptr || as<Instance>(right) != nullptr;
    if (mixed) return std::nullopt;
    return language().text.concatenate(left, right);
  }
  const auto* list = as<List>(left);
  const auto* other_list = as<List>(right);
  if (list != nullptr && other_list != nullptr)
    return make_list(appended(list->snapshot(), other_list->snapshot()));
  const auto* tuple = as<Tuple>(left);
  const auto* other_tuple = as<Tuple>(right);
  if (tuple != nullptr && other_tuple != nullptr)
    return make_tuple(appended(tuple->items(), other_tuple->items()));
  return std::nullopt;
}

}  // namespace

bool is_text_or_bytes(const Value& value) {
  return as<Str>(value) != nullptr || as<Bytes>(value) != nullptr ||
         as<ByteArray>(value) != nullptr;
}

Selection select(const Slice& bounds, std::size_t size) {
  const auto length = static_cast<std::int64_t>(size);
  Selection selection;
  if (!bounds.step().is_none()) {
    const auto step = find_index(bounds.step());
    if (!step)
      throw type_error("slice indices must be integers or None or have an __index__ method");
    selection.step = std::max(clamped(*step), -std::numeric_limits<std::int64_t>::max());
  }
  if (selection.step == 0) throw value_error("slice step cannot be zero");
  const bool forward = selection.step > 0;
  const std::int64_t low = forward ? 0 : -1;
  const std::int64_t high = forward ? length : length - 1;
  selection.start = bound(bounds.start(), forward ? low : high, low, high, length);
  const std::int64_t stop = bound(bounds.stop(), forward ? high : low, low, high, length);
  if (forward && stop > selection.start)
    selection.count = (stop - selection.start - 1) / selection.step + 1;
  if (!forward && stop < selection.start)
    selection.count = (selection.start - stop - 1) / -selection.step + 1;
  return selection;
}

std::optional<mpz_class> find_index(const Value& value) {
  if (is_int(value)) return big_of(value);
  if (const auto* instance = as<Instance>(value);
      instance != nullptr && is_int(instance->primitive()))
    return big_of(instance->primitive());
  if (const auto index =
          as<Instance>(value) == nullptr ? std::nullopt : call_special(value, "__index__"))
    return big_of(*index);
  return std::nullopt;
}

std::int64_t index_from(const Value& value) {
  const auto index = find_index(value);
  if (!index)
    throw type_error("'" + type_name(value) + "' object cannot be interpreted as an integer");
  if (!index->fits_slong_p()) throw index_error("cannot fit 'int' into an index-sized integer");
  return index->get_si();
}

std::uint8_t byte_from(const Value& value) {
  const std::int64_t number = index_from(value);
  if (number < 0 || number > 255) throw value_error("byte must be in range(0, 256)");
  return static_cast<std::uint8_t>(number);
}

std::size_t position_of(std::int64_t index, std::size_t length, const char* message) {
  if (index < 0) index += static_cast<std::int64_t>(length);
  if (index < 0 || index >= static_cast<std::int64_t>(length)) throw index_error(message);
  return static_cast<std::size_t>(index);
}

std::optional<Value> sequence_binary(BinaryOp op, const Value& left, const Value& right) {
  switch (op) {
    case BinaryOp::Add:
      return concatenate_sequences(left, right);
    case BinaryOp::Mult: {
      if (auto result = repeat(left, right)) return result;
      return repeat(right, left);
    }
    case BinaryOp::Mod:
      return as<Str>(left) != nullptr ? std::optional<Value>(percent_format(left, right))
                                      : std::nullopt;
    case BinaryOp::BitOr:
    case BinaryOp::BitAnd:
    case BinaryOp::BitXor:
    case BinaryOp::Sub:
      return set_binary(op, left, right);
    default:
      return std::nullopt;
  }
}

std::optional<Value> sequence_in_place(BinaryOp op, const Value& left, const Value& right) {
  if (auto* list = as<List>(left); list != nullptr && op == BinaryOp::Add) {
    const Values added = items_of(right);
    list->locked([&](Values& items) { items.insert(items.end(), added.begin(), added.end()); });
    return left;
  }
  if (auto* array = as<ByteArray>(left); array != nullptr && op == BinaryOp::Add) {
    std::string added;
    if (!bytes_of(right, &added)) return std::nullopt;
    array->locked([&](std::string& data) { data += added; });
    return left;
  }
  return set_in_place(op, left, right);
}

bool equal_items(const Values& left, const Values& right) {
  return std::ranges::equal(left, right,
                            [](const Value& a, const Value& b) { return a.is(b) || equal(a, b); });
}

bool compare_items(CompareOp op, const Values& left, const Values& right) {
  std::size_t at = 0;
  while (at < left.size() && at < right.size() &&
         (left[at].is(right[at]) || equal(left[at], right[at])))
    ++at;
  if (at < left.size() && at < right.size()) return truth(compare(op, left[at], right[at]));
  switch (op) {
    case CompareOp::Lt:
      return left.size() < right.size();
    case CompareOp::LtE:
      return left.size() <= right.size();
    case CompareOp::Gt:
      return left.size() > right.size();
    default:
      return left.size() >= right.size();
  }
}

}  // namespace touchstone::native
