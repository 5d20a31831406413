/// Expressions as text. Internal to the printer.
#pragma once

#include <string>

#include "conformance/scenario/operators.h"
#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

/// Writes one expression after another into `out`.
class ExpressionPrinter {
 public:
  /// `braces`: how many f-strings stand around, whose quotes may not appear again.
  explicit ExpressionPrinter(std::string& out, int braces = 0) : out_(out), braces_(braces) {}

  /// In parentheses where `expr` binds less tightly than `place` demands.
  void print(const Expr& expr, Precedence place);
  /// Where Python reads a list of expressions: a tuple of two and more stands without its
  /// parentheses, unless items are starred.
  void print_bare_tuple(const Expr& expr, Precedence place);
  /// The same where a list of targets is read: those may be starred.
  void print_target(const Expr& expr);
  void print(const Arguments& arguments);
  void print(const std::vector<Keyword>& keywords, bool after_others);

 private:
  void write(const BoolOp& node);
  void write(const BinOp& node);
  void write(const UnaryOp& node);
  void write(const Lambda& node);
  void write(const IfExp& node);
  void write(const Dict& node);
  void write(const Set& node);
  void write(const ListComp& node);
  void write(const SetComp& node);
  void write(const DictComp& node);
  void write(const GeneratorExp& node);
  void write(const Await& node);
  void write(const Yield& node);
  void write(const YieldFrom& node);
  void write(const Compare& node);
  void write(const Call& node);
  void write(const FormattedValue& node);
  void write(const JoinedStr& node);
  void write(const Constant& node);
  void write(const Attribute& node);
  void write(const Subscript& node);
  void write(const Starred& node);
  void write(const Name& node);
  void write(const List& node);
  void write(const Tuple& node);
  void write(const Slice& node);

  void items(const Exprs& exprs);
  void generators(const Comprehensions& generators);
  void parameter(const Arg& arg, const Expr* value);

  std::string& out_;
  int braces_;
};

/// How tightly `expr` binds as a whole.
Precedence precedence(const Expr& expr);

/// A constant's literal; inside the braces of f-strings between the quotes that are left there.
std::string literal(const Value& value, int braces);
/// The whole f-string.
std::string fstring(const JoinedStr& node, int braces);

}  // namespace touchstone::scenario
