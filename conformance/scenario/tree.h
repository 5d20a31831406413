/// The syntax tree of a scenario: a strict subset of Python's, with the node and field names of
/// Python's own `ast` module. Trees are values: copied deeply, compared structurally,
/// default-constructed to something small. Positions say where the text stood and never take part
/// in comparison, so that parse(print(tree)) == tree.
///
/// A tree can hold what Python forbids (an empty body, a keyword as a name): validate() says
/// whether it is a scenario. Trees from parse() and from JSON are at most `max_height` high, so
/// recursion over them is safe on any stack.
#pragma once

#include <string_view>
#include <variant>

#include "conformance/scenario/expressions.h"
#include "conformance/scenario/statements.h"

namespace touchstone::scenario {

/// The highest tree (statements and expressions together) that is accepted: below the limits of
/// every Python.
inline constexpr int max_height = 64;

/// 1-based line, 0-based column in code points; {0, 0} where a tree was not parsed from text.
struct Position {
  int line = 0;
  int column = 0;
  bool operator==(const Position&) const { return true; }
};

struct Expr {
  using Node =
      std::variant<Constant, BoolOp, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp,
                   DictComp, GeneratorExp, Await, Yield, YieldFrom, Compare, Call, FormattedValue,
                   JoinedStr, Attribute, Subscript, Starred, Name, List, Tuple, Slice>;

  Position at;
  Node node;

  bool operator==(const Expr&) const = default;
};

/// Without `arg`: `**value`.
struct Keyword {
  std::optional<std::string> arg;
  ExprBox value;

  static constexpr std::string_view node_name = "keyword";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("arg", self.arg);
    visit("value", self.value);
  }
  bool operator==(const Keyword&) const = default;
};

struct Comprehension {
  ExprBox target;
  ExprBox iter;
  Exprs ifs;
  bool is_async = false;

  static constexpr std::string_view node_name = "comprehension";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("target", self.target);
    visit("iter", self.iter);
    visit("ifs", self.ifs);
    visit("is_async", self.is_async);
  }
  bool operator==(const Comprehension&) const = default;
};

struct WithItem {
  ExprBox context_expr;
  OptionalExpr optional_vars;

  static constexpr std::string_view node_name = "withitem";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("context_expr", self.context_expr);
    visit("optional_vars", self.optional_vars);
  }
  bool operator==(const WithItem&) const = default;
};

struct ExceptHandler {
  OptionalExpr type;
  std::optional<std::string> name;
  Body body;

  static constexpr std::string_view node_name = "ExceptHandler";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("type", self.type);
    visit("name", self.name);
    visit("body", self.body);
  }
  bool operator==(const ExceptHandler&) const = default;
};

struct Stmt {
  using Node = std::variant<Pass, FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign,
                            AugAssign, For, AsyncFor, While, If, With, AsyncWith, Raise, Try,
                            Assert, Global, Nonlocal, ExprStmt, Break, Continue>;

  Position at;
  Node node;

  bool operator==(const Stmt&) const = default;
};

struct Module {
  Body body;

  static constexpr std::string_view node_name = "Module";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("body", self.body);
  }
  bool operator==(const Module&) const = default;
};

/// The name of the node in `ast`: "BinOp", "AsyncFor", "Expr" ...
std::string_view node_name(const Expr& expr);
std::string_view node_name(const Stmt& stmt);

/// The node as a T, or nullptr: `if (const auto* call = as<Call>(expr))`.
template <class T, class Holder>
auto* as(Holder& holder) {
  return std::get_if<T>(&holder.node);
}

}  // namespace touchstone::scenario
