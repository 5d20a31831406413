/// Statement nodes of a scenario, named and shaped as in Python's `ast` module. As with
/// expressions, `fields(self, visit)` is the one list of a node's fields. ast's statement `Expr` is
/// `ExprStmt` here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/scenario/expressions.h"

namespace touchstone::scenario {

struct Stmt;
struct WithItem;
struct ExceptHandler;
using Body = std::vector<Stmt>;

struct FunctionDef {
  std::string name;
  Arguments args;
  Body body;
  Exprs decorator_list;

  static constexpr std::string_view node_name = "FunctionDef";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("args", self.args);
    visit("body", self.body);
    visit("decorator_list", self.decorator_list);
  }
  bool operator==(const FunctionDef&) const = default;
};

struct AsyncFunctionDef {
  std::string name;
  Arguments args;
  Body body;
  Exprs decorator_list;

  static constexpr std::string_view node_name = "AsyncFunctionDef";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("args", self.args);
    visit("body", self.body);
    visit("decorator_list", self.decorator_list);
  }
  bool operator==(const AsyncFunctionDef&) const = default;
};

struct ClassDef {
  std::string name;
  Exprs bases;
  std::vector<Keyword> keywords;
  Body body;
  Exprs decorator_list;

  static constexpr std::string_view node_name = "ClassDef";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("bases", self.bases);
    visit("keywords", self.keywords);
    visit("body", self.body);
    visit("decorator_list", self.decorator_list);
  }
  bool operator==(const ClassDef&) const = default;
};

struct Return {
  OptionalExpr value;

  static constexpr std::string_view node_name = "Return";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const Return&) const = default;
};

struct Delete {
  Exprs targets;

  static constexpr std::string_view node_name = "Delete";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("targets", self.targets);
  }
  bool operator==(const Delete&) const = default;
};

struct Assign {
  Exprs targets;
  ExprBox value;

  static constexpr std::string_view node_name = "Assign";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("targets", self.targets);
    visit("value", self.value);
  }
  bool operator==(const Assign&) const = default;
};

struct AugAssign {
  ExprBox target;
  BinaryOp op = BinaryOp::Add;
  ExprBox value;

  static constexpr std::string_view node_name = "AugAssign";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("target", self.target);
    visit("op", self.op);
    visit("value", self.value);
  }
  bool operator==(const AugAssign&) const = default;
};

struct For {
  ExprBox target;
  ExprBox iter;
  Body body;
  Body orelse;

  static constexpr std::string_view node_name = "For";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("target", self.target);
    visit("iter", self.iter);
    visit("body", self.body);
    visit("orelse", self.orelse);
  }
  bool operator==(const For&) const = default;
};

struct AsyncFor {
  ExprBox target;
  ExprBox iter;
  Body body;
  Body orelse;

  static constexpr std::string_view node_name = "AsyncFor";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("target", self.target);
    visit("iter", self.iter);
    visit("body", self.body);
    visit("orelse", self.orelse);
  }
  bool operator==(const AsyncFor&) const = default;
};

struct While {
  ExprBox test;
  Body body;
  Body orelse;

  static constexpr std::string_view node_name = "While";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("test", self.test);
    visit("body", self.body);
    visit("orelse", self.orelse);
  }
  bool operator==(const While&) const = default;
};

struct If {
  ExprBox test;
  Body body;
  Body orelse;

  static constexpr std::string_view node_name = "If";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("test", self.test);
    visit("body", self.body);
    visit("orelse", self.orelse);
  }
  bool operator==(const If&) const = default;
};

struct With {
  std::vector<WithItem> items;
  Body body;

  static constexpr std::string_view node_name = "With";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("items", self.items);
    visit("body", self.body);
  }
  bool operator==(const With&) const = default;
};

struct AsyncWith {
  std::vector<WithItem> items;
  Body body;

  static constexpr std::string_view node_name = "AsyncWith";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("items", self.items);
    visit("body", self.body);
  }
  bool operator==(const AsyncWith&) const = default;
};

struct Raise {
  OptionalExpr exc;
  OptionalExpr cause;

  static constexpr std::string_view node_name = "Raise";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("exc", self.exc);
    visit("cause", self.cause);
  }
  bool operator==(const Raise&) const = default;
};

struct Try {
  Body body;
  std::vector<ExceptHandler> handlers;
  Body orelse;
  Body finalbody;

  static constexpr std::string_view node_name = "Try";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("body", self.body);
    visit("handlers", self.handlers);
    visit("orelse", self.orelse);
    visit("finalbody", self.finalbody);
  }
  bool operator==(const Try&) const = default;
};

struct Assert {
  ExprBox test;
  OptionalExpr msg;

  static constexpr std::string_view node_name = "Assert";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("test", self.test);
    visit("msg", self.msg);
  }
  bool operator==(const Assert&) const = default;
};

struct Global {
  std::vector<std::string> names;

  static constexpr std::string_view node_name = "Global";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("names", self.names);
  }
  bool operator==(const Global&) const = default;
};

struct Nonlocal {
  std::vector<std::string> names;

  static constexpr std::string_view node_name = "Nonlocal";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("names", self.names);
  }
  bool operator==(const Nonlocal&) const = default;
};

struct ExprStmt {
  ExprBox value;

  static constexpr std::string_view node_name = "Expr";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const ExprStmt&) const = default;
};

struct Pass {
  static constexpr std::string_view node_name = "Pass";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
  bool operator==(const Pass&) const = default;
};

struct Break {
  static constexpr std::string_view node_name = "Break";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
  bool operator==(const Break&) const = default;
};

struct Continue {
  static constexpr std::string_view node_name = "Continue";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
  bool operator==(const Continue&) const = default;
};

}  // namespace touchstone::scenario
