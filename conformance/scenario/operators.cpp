#include "conformance/scenario/operators.h"

#include <array>
#include <cstddef>

namespace touchstone::scenario {
namespace {

struct Spelling {
  std::string_view name;
  std::string_view symbol;
};

// In the order of the enumerators.
constexpr std::array<Spelling, 13> binary = {{{"Add", "+"},
                                              {"Sub", "-"},
                                              {"Mult", "*"},
                                              {"MatMult", "@"},
                                              {"Div", "/"},
                                              {"FloorDiv", "//"},
                                              {"Mod", "%"},
                                              {"Pow", "**"},
                                              {"LShift", "<<"},
                                              {"RShift", ">>"},
                                              {"BitOr", "|"},
                                              {"BitXor", "^"},
                                              {"BitAnd", "&"}}};
constexpr std::array<Spelling, 2> boolean = {{{"And", "and"}, {"Or", "or"}}};
constexpr std::array<Spelling, 4> unary = {
    {{"Not", "not"}, {"UAdd", "+"}, {"USub", "-"}, {"Invert", "~"}}};
constexpr std::array<Spelling, 10> comparison = {{{"Eq", "=="},
                                                  {"NotEq", "!="},
                                                  {"Lt", "<"},
                                                  {"LtE", "<="},
                                                  {"Gt", ">"},
                                                  {"GtE", ">="},
                                                  {"Is", "is"},
                                                  {"IsNot", "is not"},
                                                  {"In", "in"},
                                                  {"NotIn", "not in"}}};

template <class Op, class Table>
const Spelling& spelling(const Table& table, Op op) {
  return table.at(static_cast<std::size_t>(op));
}

template <class Op, class Table>
std::optional<Op> find(const Table& table, std::string_view name) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].name == name) return static_cast<Op>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(BinaryOp op) { return spelling(binary, op).name; }
std::string_view name(BooleanOp op) { return spelling(boolean, op).name; }
std::string_view name(UnaryOpKind op) { return spelling(unary, op).name; }
std::string_view name(CompareOp op) { return spelling(comparison, op).name; }

std::string_view symbol(BinaryOp op) { return spelling(binary, op).symbol; }
std::string_view symbol(BooleanOp op) { return spelling(boolean, op).symbol; }
std::string_view symbol(UnaryOpKind op) { return spelling(unary, op).symbol; }
std::string_view symbol(CompareOp op) { return spelling(comparison, op).symbol; }

template <>
std::optional<BinaryOp> operator_named<BinaryOp>(std::string_view name) {
  return find<BinaryOp>(binary, name);
}
template <>
std::optional<BooleanOp> operator_named<BooleanOp>(std::string_view name) {
  return find<BooleanOp>(boolean, name);
}
template <>
std::optional<UnaryOpKind> operator_named<UnaryOpKind>(std::string_view name) {
  return find<UnaryOpKind>(unary, name);
}
template <>
std::optional<CompareOp> operator_named<CompareOp>(std::string_view name) {
  return find<CompareOp>(comparison, name);
}

Precedence precedence(BinaryOp op) {
  switch (op) {
    case BinaryOp::BitOr:
      return Precedence::bit_or;
    case BinaryOp::BitXor:
      return Precedence::bit_xor;
    case BinaryOp::BitAnd:
      return Precedence::bit_and;
    case BinaryOp::LShift:
    case BinaryOp::RShift:
      return Precedence::shift;
    case BinaryOp::Add:
    case BinaryOp::Sub:
      return Precedence::sum;
    case BinaryOp::Pow:
      return Precedence::power;
    default:
      return Precedence::term;
  }
}

}  // namespace touchstone::scenario
