#include <array>

#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operands.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

struct OperatorNames {
  const char* symbol;
  const char* direct;
  const char* reflected;
  const char* in_place;
};

const OperatorNames& names_of(BinaryOp op) {
  static constexpr std::array<OperatorNames, 13> names{{
      {"+", "__add__", "__radd__", "__iadd__"},
      {"-", "__sub__", "__rsub__", "__isub__"},
      {"*", "__mul__", "__rmul__", "__imul__"},
      {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
      {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
      {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
      {"%", "__mod__", "__rmod__", "__imod__"},
      {"**", "__pow__", "__rpow__", "__ipow__"},
      {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
      {">>", "__rshift__", "__rrshift__", "__irshift__"},
      {"|", "__or__", "__ror__", "__ior__"},
      {"^", "__xor__", "__rxor__", "__ixor__"},
      {"&", "__and__", "__rand__", "__iand__"},
  }};
  return names.at(static_cast<std::size_t>(op));
}

/// A proper subclass goes first where it has a reflected method of its own.
bool reflected_goes_first(const OperatorNames& names, Class& left, Class& right) {
  if (&left == &right || !right.derives_from(left)) return false;
  const auto own = find_in_class(right, names.reflected);
  const auto inherited = find_in_class(left, names.reflected);
  return own && !(inherited && own->is(*inherited));
}

std::optional<Value> ask_both(const OperatorNames& names, const Value& left, const Value& right) {
  Class& left_class = class_of(left);
  Class& right_class = class_of(right);
  const bool reflected_first = reflected_goes_first(names, left_class, right_class);
  if (reflected_first) {
    if (auto answer = ask(right, names.reflected, left)) return answer;
  }
  if (auto answer = ask(left, names.direct, right)) return answer;
  if (reflected_first || &left_class == &right_class) return std::nullopt;
  return ask(right, names.reflected, left);
}

std::optional<Value> built_in(BinaryOp op, const Value& left, const Value& right) {
  if (auto result = number_binary(op, left, right)) return result;
  return sequence_binary(op, left, right);
}

[[noreturn]] void refuse(const char* symbol, const Value& left, const Value& right) {
  throw type_error("unsupported operand type(s) for " + std::string(symbol) + ": '" +
                   type_name(left) + "' and '" + type_name(right) + "'");
}

}  // namespace

Value binary(BinaryOp op, const Value& left, const Value& right) {
  if (left.is_small_int() && right.is_small_int()) {
    if (auto result = number_binary(op, left, right)) return *result;
  }
  const bool open = is_open(left) || is_open(right);
  if (open) {
    if (auto answer = ask_both(names_of(op), left, right)) return *answer;
  }
  if (auto result = built_in(op, primitive_of(left), primitive_of(right))) return *result;
  refuse(names_of(op).symbol, left, right);
}

Value binary_in_place(BinaryOp op, const Value& left, const Value& right) {
  if (auto answer = ask(left, names_of(op).in_place, right)) return *answer;
  if (!is_open(left)) {
    if (auto result = sequence_in_place(op, left, right)) return *result;
  }
  return binary(op, left, right);
}

Value unary(UnaryOpKind op, const Value& operand) {
  if (op == UnaryOpKind::Not) return !truth(operand);
  if (auto result = number_unary(op, primitive_of(operand))) return *result;
  const char* method = op == UnaryOpKind::USub   ? "__neg__"
                       : op == UnaryOpKind::UAdd ? "__pos__"
                                                 : "__invert__";
  if (auto answer = is_open(operand) ? call_special(operand, method) : std::nullopt) return *answer;
  const char* symbol = op == UnaryOpKind::USub ? "-" : op == UnaryOpKind::UAdd ? "+" : "~";
  throw type_error("bad operand type for unary " + std::string(symbol) + ": '" +
                   type_name(operand) + "'");
}

}  // namespace touchstone::native
