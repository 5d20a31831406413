#include <array>

#include "conformance/native/builtins/set_operations.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operands.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

struct ComparisonNames {
  const char* symbol;
  const char* direct;
  const char* reflected;
};

const ComparisonNames& names_of(CompareOp op) {
  static constexpr std::array<ComparisonNames, 6> names{{{"==", "__eq__", "__eq__"},
                                                         {"!=", "__ne__", "__ne__"},
                                                         {"<", "__lt__", "__gt__"},
                                                         {"<=", "__le__", "__ge__"},
                                                         {">", "__gt__", "__lt__"},
                                                         {">=", "__ge__", "__le__"}}};
  return names.at(static_cast<std::size_t>(op));
}

template <class Ordering>
bool holds(CompareOp op, Ordering order) {
  switch (op) {
    case CompareOp::Lt:
      return order < 0;
    case CompareOp::LtE:
      return order <= 0;
    case CompareOp::Gt:
      return order > 0;
    case CompareOp::GtE:
      return order >= 0;
    case CompareOp::Eq:
      return order == 0;
    default:
      return order != 0;
  }
}

bool equal_dicts(Dict& left, Dict& right) {
  if (left.table().size() != right.table().size()) return false;
  for (const Table::Entry& entry : left.table().snapshot()) {
    const auto other = right.table().find(entry.key, entry.hash);
    if (!other || !(entry.value.is(*other) || equal(entry.value, *other))) return false;
  }
  return true;
}

bool equal_ranges(const Range& left, const Range& right) {
  if (left.length() != right.length()) return false;
  if (left.length() == 0) return true;
  return left.start() == right.start() && (left.length() == 1 || left.step() == right.step());
}

/// Equality of values that have no special methods of their own.
bool equal_built_in(const Value& left, const Value& right) {
  if (left.is(right)) return !left.is_float() || left.real() == left.real();
  if (is_number(left) && is_number(right)) return compare_numbers(left, right) == 0;
  if (is_text_or_bytes(left) && is_text_or_bytes(right)) return language().text.equal(left, right);
  if (!left.is_object() || !right.is_object()) return false;
  if (const auto as_sets = compare_sets(CompareOp::Eq, left, right)) return *as_sets;
  if (left.object()->kind() != right.object()->kind()) return false;
  switch (left.object()->kind()) {
    case Kind::Tuple:
      return equal_items(as<Tuple>(left)->items(), as<Tuple>(right)->items());
    case Kind::List:
      return as<List>(left)->size() == as<List>(right)->size() &&
             equal_items(as<List>(left)->snapshot(), as<List>(right)->snapshot());
    case Kind::Dict:
      return equal_dicts(*as<Dict>(left), *as<Dict>(right));
    case Kind::Range:
      return equal_ranges(*as<Range>(left), *as<Range>(right));
    case Kind::Method:
      return as<Method>(left)->receiver.is(as<Method>(right)->receiver) &&
             equal(as<Method>(left)->function, as<Method>(right)->function);
    case Kind::Slice: {
      const auto parts = [](const Slice& slice) {
        return Values{slice.start(), slice.stop(), slice.step()};
      };
      return equal_items(parts(*as<Slice>(left)), parts(*as<Slice>(right)));
    }
    default:
      return false;
  }
}

std::optional<bool> order_built_in(CompareOp op, const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) return holds(op, compare_numbers(left, right));
  const auto* text = as<Str>(left);
  const auto* other_text = as<Str>(right);
  if (text != nullptr && other_text != nullptr)
    return holds(op, text->points() <=> other_text->points());
  const BytesView data(left);
  const BytesView other_data(right);
  if (data.has_value() && other_data.has_value()) return holds(op, *data <=> *other_data);
  const auto* list = as<List>(left);
  const auto* other_list = as<List>(right);
  if (list != nullptr && other_list != nullptr)
    return compare_items(op, list->snapshot(), other_list->snapshot());
  const auto* tuple = as<Tuple>(left);
  const auto* other_tuple = as<Tuple>(right);
  if (tuple != nullptr && other_tuple != nullptr)
    return compare_items(op, tuple->items(), other_tuple->items());
  return compare_sets(op, left, right);
}

std::optional<Value> ask_both(CompareOp op, const Value& left, const Value& right) {
  const ComparisonNames& names = names_of(op);
  const bool reflected_first =
      &class_of(left) != &class_of(right) && class_of(right).derives_from(class_of(left));
  if (reflected_first) {
    if (auto answer = ask(right, names.reflected, left)) return answer;
  }
  if (auto answer = ask(left, names.direct, right)) return answer;
  return reflected_first ? std::nullopt : ask(right, names.reflected, left);
}

Value rich_compare(CompareOp op, const Value& left, const Value& right) {
  if (is_open(left) || is_open(right)) {
    if (auto answer = ask_both(op, left, right)) return *answer;
    if (op == CompareOp::NotEq) {
      if (auto answer = ask_both(CompareOp::Eq, left, right)) return !truth(*answer);
    }
  }
  const Value& a = primitive_of(left);
  const Value& b = primitive_of(right);
  if (op == CompareOp::Eq) return equal_built_in(a, b);
  if (op == CompareOp::NotEq) return !equal_built_in(a, b);
  if (const auto result = order_built_in(op, a, b)) return *result;
  throw type_error("'" + std::string(names_of(op).symbol) +
                   "' not supported between instances of '" + type_name(left) + "' and '" +
                   type_name(right) + "'");
}

}  // namespace

Value compare(CompareOp op, const Value& left, const Value& right) {
  switch (op) {
    case CompareOp::Is:
      return left.is(right);
    case CompareOp::IsNot:
      return !left.is(right);
    case CompareOp::In:
      return contains(right, left);
    case CompareOp::NotIn:
      return !contains(right, left);
    default:
      break;
  }
  const DepthGuard depth;
  return rich_compare(op, left, right);
}

bool equal(const Value& left, const Value& right) {
  return truth(compare(CompareOp::Eq, left, right));
}
bool less(const Value& left, const Value& right) {
  return truth(compare(CompareOp::Lt, left, right));
}

}  // namespace touchstone::native
