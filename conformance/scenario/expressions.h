/// Expression nodes of a scenario, named and shaped as in Python's `ast` module (which documents
/// them). Each lists its fields once, in ast's order, in `fields(self, visit)`: codec, traversal,
/// shrinking and equality of meaning go through that list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/scenario/box.h"
#include "conformance/values/value.h"

namespace touchstone::scenario {

struct Expr;
struct Comprehension;
struct Keyword;
using ExprBox = Box<Expr>;
using OptionalExpr = std::optional<ExprBox>;
using Exprs = std::vector<Expr>;
using OptionalExprs = std::vector<OptionalExpr>;
using Comprehensions = std::vector<Comprehension>;

enum class BinaryOp {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd
};
enum class BooleanOp { And, Or };
enum class UnaryOpKind { Not, UAdd, USub, Invert };
enum class CompareOp { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

/// What an f-string's `!s`, `!r`, `!a` asks for, as the numbers of `ast`.
enum class Conversion { None = -1, Str = 's', Repr = 'r', Ascii = 'a' };

struct Arg {
  std::string arg;

  static constexpr std::string_view node_name = "arg";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("arg", self.arg);
  }
  bool operator==(const Arg&) const = default;
};

struct Arguments {
  std::vector<Arg> args;
  std::optional<Arg> vararg;
  std::vector<Arg> kwonlyargs;
  OptionalExprs kw_defaults;
  std::optional<Arg> kwarg;
  Exprs defaults;

  static constexpr std::string_view node_name = "arguments";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("args", self.args);
    visit("vararg", self.vararg);
    visit("kwonlyargs", self.kwonlyargs);
    visit("kw_defaults", self.kw_defaults);
    visit("kwarg", self.kwarg);
    visit("defaults", self.defaults);
  }
  bool operator==(const Arguments&) const = default;
};

struct BoolOp {
  BooleanOp op = BooleanOp::And;
  Exprs values;

  static constexpr std::string_view node_name = "BoolOp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("op", self.op);
    visit("values", self.values);
  }
  bool operator==(const BoolOp&) const = default;
};

struct BinOp {
  ExprBox left;
  BinaryOp op = BinaryOp::Add;
  ExprBox right;

  static constexpr std::string_view node_name = "BinOp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("left", self.left);
    visit("op", self.op);
    visit("right", self.right);
  }
  bool operator==(const BinOp&) const = default;
};

struct UnaryOp {
  UnaryOpKind op = UnaryOpKind::Not;
  ExprBox operand;

  static constexpr std::string_view node_name = "UnaryOp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("op", self.op);
    visit("operand", self.operand);
  }
  bool operator==(const UnaryOp&) const = default;
};

struct Lambda {
  Arguments args;
  ExprBox body;

  static constexpr std::string_view node_name = "Lambda";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("args", self.args);
    visit("body", self.body);
  }
  bool operator==(const Lambda&) const = default;
};

struct IfExp {
  ExprBox test;
  ExprBox body;
  ExprBox orelse;

  static constexpr std::string_view node_name = "IfExp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("test", self.test);
    visit("body", self.body);
    visit("orelse", self.orelse);
  }
  bool operator==(const IfExp&) const = default;
};

/// A key that is absent stands for `**value`.
struct Dict {
  OptionalExprs keys;
  Exprs values;

  static constexpr std::string_view node_name = "Dict";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("keys", self.keys);
    visit("values", self.values);
  }
  bool operator==(const Dict&) const = default;
};

struct Set {
  Exprs elts;

  static constexpr std::string_view node_name = "Set";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("elts", self.elts);
  }
  bool operator==(const Set&) const = default;
};

struct ListComp {
  ExprBox elt;
  Comprehensions generators;

  static constexpr std::string_view node_name = "ListComp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("elt", self.elt);
    visit("generators", self.generators);
  }
  bool operator==(const ListComp&) const = default;
};

struct SetComp {
  ExprBox elt;
  Comprehensions generators;

  static constexpr std::string_view node_name = "SetComp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("elt", self.elt);
    visit("generators", self.generators);
  }
  bool operator==(const SetComp&) const = default;
};

struct DictComp {
  ExprBox key;
  ExprBox value;
  Comprehensions generators;

  static constexpr std::string_view node_name = "DictComp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("key", self.key);
    visit("value", self.value);
    visit("generators", self.generators);
  }
  bool operator==(const DictComp&) const = default;
};

struct GeneratorExp {
  ExprBox elt;
  Comprehensions generators;

  static constexpr std::string_view node_name = "GeneratorExp";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("elt", self.elt);
    visit("generators", self.generators);
  }
  bool operator==(const GeneratorExp&) const = default;
};

struct Await {
  ExprBox value;

  static constexpr std::string_view node_name = "Await";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const Await&) const = default;
};

struct Yield {
  OptionalExpr value;

  static constexpr std::string_view node_name = "Yield";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const Yield&) const = default;
};

struct YieldFrom {
  ExprBox value;

  static constexpr std::string_view node_name = "YieldFrom";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const YieldFrom&) const = default;
};

struct Compare {
  ExprBox left;
  std::vector<CompareOp> ops;
  Exprs comparators;

  static constexpr std::string_view node_name = "Compare";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("left", self.left);
    visit("ops", self.ops);
    visit("comparators", self.comparators);
  }
  bool operator==(const Compare&) const = default;
};

struct Call {
  ExprBox func;
  Exprs args;
  std::vector<Keyword> keywords;

  static constexpr std::string_view node_name = "Call";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("func", self.func);
    visit("args", self.args);
    visit("keywords", self.keywords);
  }
  bool operator==(const Call&) const = default;
};

struct FormattedValue {
  ExprBox value;
  Conversion conversion = Conversion::None;
  OptionalExpr format_spec;

  static constexpr std::string_view node_name = "FormattedValue";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
    visit("conversion", self.conversion);
    visit("format_spec", self.format_spec);
  }
  bool operator==(const FormattedValue&) const = default;
};

struct JoinedStr {
  Exprs values;

  static constexpr std::string_view node_name = "JoinedStr";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("values", self.values);
  }
  bool operator==(const JoinedStr&) const = default;
};

/// `value` is None, bool, Integer (not negative), double, Text or Bytes.
struct Constant {
  Value value;

  static constexpr std::string_view node_name = "Constant";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const Constant&) const = default;
};

struct Attribute {
  ExprBox value;
  std::string attr;

  static constexpr std::string_view node_name = "Attribute";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
    visit("attr", self.attr);
  }
  bool operator==(const Attribute&) const = default;
};

struct Subscript {
  ExprBox value;
  ExprBox slice;

  static constexpr std::string_view node_name = "Subscript";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
    visit("slice", self.slice);
  }
  bool operator==(const Subscript&) const = default;
};

struct Starred {
  ExprBox value;

  static constexpr std::string_view node_name = "Starred";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("value", self.value);
  }
  bool operator==(const Starred&) const = default;
};

struct Name {
  std::string id;

  static constexpr std::string_view node_name = "Name";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
  }
  bool operator==(const Name&) const = default;
};

struct List {
  Exprs elts;

  static constexpr std::string_view node_name = "List";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("elts", self.elts);
  }
  bool operator==(const List&) const = default;
};

struct Tuple {
  Exprs elts;

  static constexpr std::string_view node_name = "Tuple";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("elts", self.elts);
  }
  bool operator==(const Tuple&) const = default;
};

struct Slice {
  OptionalExpr lower;
  OptionalExpr upper;
  OptionalExpr step;

  static constexpr std::string_view node_name = "Slice";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("lower", self.lower);
    visit("upper", self.upper);
    visit("step", self.step);
  }
  bool operator==(const Slice&) const = default;
};

}  // namespace touchstone::scenario
