#include <algorithm>
#include <cmath>
#include <set>

#include "conformance/scenario/check_fstring.h"
#include "conformance/scenario/keywords.h"
#include "conformance/scenario/rules.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

/// What more than a plain expression may stand at a place.
struct Place {
  bool starred = false;
  bool slice = false;
};

/// Python unpacks at most 255 values before a starred target.
constexpr std::size_t most_before_starred = 255;

class ShapeRules {
 public:
  void body(const Body& statements) {
    if (statements.empty()) fail("a block without a statement");
    for (const Stmt& statement : statements) check(statement);
  }

  void check(const Stmt& statement) {
    at_ = statement.at;
    std::visit([&](const auto& node) { check_node(node); }, statement.node);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { refuse(at_, message); }
  void require(bool holds, const char* message) const {
    if (!holds) fail(message);
  }

  void identifier(const std::string& name) const {
    if (!is_identifier(name))
      fail("'" + name + "' is no name (ASCII letters, digits, _; no keyword)");
  }

  void optional(const OptionalExpr& expr) {
    if (expr) check(**expr);
  }
  void all(const Exprs& exprs, Place place = {}) {
    for (const Expr& expr : exprs) check(expr, place);
  }
  void optional_body(const Body& statements) {
    if (!statements.empty()) body(statements);
  }

  // Statements.
  template <class Function>
  void function(const Function& node) {
    identifier(node.name);
    decorators(node.decorator_list);
    arguments(node.args);
    body(node.body);
  }
  void check_node(const FunctionDef& node) { function(node); }
  void check_node(const AsyncFunctionDef& node) { function(node); }

  void check_node(const ClassDef& node) {
    identifier(node.name);
    decorators(node.decorator_list);
    all(node.bases, {.starred = true});
    keywords(node.keywords);
    body(node.body);
  }

  /// name, name.name, or a call of one: what Python 3.8 takes.
  void decorators(const Exprs& decorators) {
    for (const Expr& decorator : decorators) {
      const auto* call = as<Call>(decorator);
      const Expr* name = call == nullptr ? &decorator : &*call->func;
      while (const auto* attribute = as<Attribute>(*name)) name = &*attribute->value;
      require(as<Name>(*name) != nullptr, "a decorator is a dotted name, or a call of one");
      check(decorator);
    }
  }

  void arguments(const Arguments& node) {
    require(node.defaults.size() <= node.args.size(), "more defaults than parameters");
    require(node.kw_defaults.size() == node.kwonlyargs.size(), "as many kw_defaults as kwonlyargs");
    for (const Arg& arg : node.args) identifier(arg.arg);
    for (const Arg& arg : node.kwonlyargs) identifier(arg.arg);
    if (node.vararg) identifier(node.vararg->arg);
    if (node.kwarg) identifier(node.kwarg->arg);
    for (const OptionalExpr& value : node.kw_defaults) optional(value);
    all(node.defaults);
  }

  void check_node(const Return& node) { optional(node.value); }

  void check_node(const Delete& node) {
    require(!node.targets.empty(), "del without a target");
    for (const Expr& target : node.targets) deleted(target);
  }

  void check_node(const Assign& node) {
    require(!node.targets.empty(), "an assignment without a target");
    for (const Expr& target : node.targets) assigned(target);
    check(*node.value);
  }

  void check_node(const AugAssign& node) {
    const bool single = as<Name>(*node.target) != nullptr ||
                        as<Attribute>(*node.target) != nullptr ||
                        as<Subscript>(*node.target) != nullptr;
    require(single, "an augmented assignment is to a name, an attribute or an item");
    check(*node.target);
    check(*node.value);
  }

  template <class Loop>
  void loop(const Loop& node) {
    assigned(*node.target);
    check(*node.iter);
    body(node.body);
    optional_body(node.orelse);
  }
  void check_node(const For& node) { loop(node); }
  void check_node(const AsyncFor& node) { loop(node); }

  template <class Branch>
  void branch(const Branch& node) {
    check(*node.test);
    body(node.body);
    optional_body(node.orelse);
  }
  void check_node(const While& node) { branch(node); }
  void check_node(const If& node) { branch(node); }

  template <class With>
  void with(const With& node) {
    require(!node.items.empty(), "with without an item");
    for (const WithItem& item : node.items) {
      check(*item.context_expr);
      if (item.optional_vars) assigned(**item.optional_vars);
    }
    body(node.body);
  }
  void check_node(const With& node) { with(node); }
  void check_node(const AsyncWith& node) { with(node); }

  void check_node(const Raise& node) {
    require(node.exc || !node.cause, "raise from, without an error to raise");
    optional(node.exc);
    optional(node.cause);
  }

  void check_node(const Try& node) {
    require(!node.handlers.empty() || !node.finalbody.empty(), "try without except or finally");
    require(!node.handlers.empty() || node.orelse.empty(), "try with else, but without except");
    body(node.body);
    for (const ExceptHandler& handler : node.handlers) {
      require(handler.type || &handler == &node.handlers.back(),
              "except without a type is the last one");
      except(handler);
    }
    optional_body(node.orelse);
    optional_body(node.finalbody);
  }

  void except(const ExceptHandler& handler) {
    require(handler.type || !handler.name, "except with a name, but without a type");
    optional(handler.type);
    if (handler.name) identifier(*handler.name);
    body(handler.body);
  }

  void check_node(const Assert& node) {
    check(*node.test);
    optional(node.msg);
  }

  void declared(const std::vector<std::string>& names) {
    require(!names.empty(), "a declaration without a name");
    for (const std::string& name : names) identifier(name);
  }
  void check_node(const Global& node) { declared(node.names); }
  void check_node(const Nonlocal& node) { declared(node.names); }
  void check_node(const ExprStmt& node) { check(*node.value); }
  void check_node(const Pass&) {}
  void check_node(const Break&) {}
  void check_node(const Continue&) {}

  // Targets.
  void assigned(const Expr& target, bool in_list = false) {
    if (target.at.line > 0) at_ = target.at;
    if (const auto* tuple = as<Tuple>(target)) return assigned_items(tuple->elts);
    if (const auto* list = as<List>(target)) return assigned_items(list->elts);
    if (const auto* starred = as<Starred>(target); starred != nullptr && in_list)
      return assigned(*starred->value);
    place(target, "cannot assign to ");
  }

  void assigned_items(const Exprs& targets) {
    const auto is_starred = [](const Expr& target) { return as<Starred>(target) != nullptr; };
    const auto first = std::ranges::find_if(targets, is_starred);
    require(std::ranges::count_if(targets, is_starred) < 2,
            "two starred targets in one assignment");
    require(first == targets.end() ||
                first - targets.begin() <= static_cast<std::ptrdiff_t>(most_before_starred),
            "too many targets before the starred one");
    for (const Expr& target : targets) assigned(target, true);
  }

  void deleted(const Expr& target) {
    if (target.at.line > 0) at_ = target.at;
    const auto* tuple = as<Tuple>(target);
    const auto* list = as<List>(target);
    if (tuple == nullptr && list == nullptr) return place(target, "cannot delete ");
    const Exprs& items = tuple != nullptr ? tuple->elts : list->elts;
    require(!items.empty(), "cannot delete nothing");
    for (const Expr& item : items) deleted(item);
  }

  void place(const Expr& target, const char* complaint) {
    const bool fits = as<Name>(target) != nullptr || as<Attribute>(target) != nullptr ||
                      as<Subscript>(target) != nullptr;
    if (!fits) fail(complaint + std::string(node_name(target)));
    check(target);
  }

  // Expressions.
  void check(const Expr& expr, Place place = {}) {
    if (expr.at.line > 0) at_ = expr.at;
    const auto one = Overloaded{[&](const Tuple& node) { tuple(node, place); },
                                [&](const Starred& node) { starred(node, place); },
                                [&](const Slice& node) { slice(node, place); },
                                [&](const auto& node) { check_node(node); }};
    std::visit(one, expr.node);
  }

  void children(const auto& node) {
    for_each_child(node, Overloaded{[&](const Expr& child) { check(child); }, [](const Stmt&) {}});
  }

  void tuple(const Tuple& node, Place place) {
    const auto is_slice = [](const Expr& item) { return as<Slice>(item) != nullptr; };
    const bool slices = place.slice && std::ranges::any_of(node.elts, is_slice);
    all(node.elts, {.starred = !slices, .slice = slices});
  }

  void starred(const Starred& node, Place place) {
    require(place.starred, "a starred expression stands in a tuple, a list, a set or a call");
    check(*node.value);
  }

  void slice(const Slice& node, Place place) {
    require(place.slice, "a slice stands between the brackets of an index");
    children(node);
  }

  void check_node(const BoolOp& node) {
    require(node.values.size() >= 2, "and, or: two values or more");
    all(node.values);
  }
  void check_node(const Lambda& node) {
    arguments(node.args);
    check(*node.body);
  }
  void check_node(const Dict& node) {
    require(node.keys.size() == node.values.size(), "as many keys as values");
    children(node);
  }
  void check_node(const Set& node) {
    require(!node.elts.empty(), "a set display holds an item");
    all(node.elts, {.starred = true});
  }
  void check_node(const List& node) { all(node.elts, {.starred = true}); }

  void check_node(const Compare& node) {
    require(!node.ops.empty() && node.ops.size() == node.comparators.size(),
            "as many operators as comparators");
    children(node);
  }

  void check_node(const Call& node) {
    check(*node.func);
    all(node.args, {.starred = true});
    keywords(node.keywords);
  }

  void keywords(const std::vector<Keyword>& keywords) {
    std::set<std::string_view> names;
    for (const Keyword& keyword : keywords) {
      if (keyword.arg) identifier(*keyword.arg);
      if (keyword.arg && !names.insert(*keyword.arg).second)
        fail("the argument '" + *keyword.arg + "' is given twice");
      check(*keyword.value);
    }
  }

  void generators(const Comprehensions& generators) {
    require(!generators.empty(), "a comprehension without for");
    for (const Comprehension& generator : generators) {
      assigned(*generator.target);
      check(*generator.iter);
      all(generator.ifs);
    }
  }
  template <class Comp>
    requires requires(Comp comp) { comp.generators; }
  void check_node(const Comp& node) {
    generators(node.generators);
    if constexpr (requires { node.elt; }) {
      check(*node.elt);
    } else {
      check(*node.key);
      check(*node.value);
    }
  }

  void check_node(const FormattedValue&) { fail("a FormattedValue stands in a JoinedStr"); }
  void check_node(const JoinedStr& node) {
    check_fstring(node, at_);
    formatted(node);
  }
  void formatted(const JoinedStr& node) {
    for (const Expr& part : node.values) {
      const auto* value = as<FormattedValue>(part);
      if (value == nullptr) continue;
      check(*value->value);
      if (value->format_spec) formatted(*as<JoinedStr>(**value->format_spec));
    }
  }

  void check_node(const Constant& node) {
    const Value& value = node.value;
    const auto* whole = value.get_if<Integer>();
    const auto* real = value.get_if<double>();
    require(whole == nullptr || sgn(*whole) >= 0, "a negative constant: it is a UnaryOp in Python");
    require(real == nullptr || (!std::isnan(*real) && !std::signbit(*real)),
            "a float that no literal writes");
    const bool literal = value.is_none() || value.get_if<bool>() != nullptr || whole != nullptr ||
                         real != nullptr || value.get_if<Text>() != nullptr ||
                         value.get_if<Bytes>() != nullptr;
    require(literal, "a constant is None, a bool, an int, a float, text or bytes");
  }

  void check_node(const Attribute& node) {
    identifier(node.attr);
    check(*node.value);
  }
  void check_node(const Subscript& node) {
    check(*node.value);
    check(*node.slice, {.slice = true});
  }
  void check_node(const Name& node) { identifier(node.id); }

  template <class Node>
    requires std::same_as<Node, BinOp> || std::same_as<Node, UnaryOp> ||
             std::same_as<Node, IfExp> || std::same_as<Node, Await> || std::same_as<Node, Yield> ||
             std::same_as<Node, YieldFrom>
  void check_node(const Node& node) {
    children(node);
  }

  Position at_;
};

}  // namespace

void check_shape(const Module& tree) {
  ShapeRules rules;
  for (const Stmt& statement : tree.body) rules.check(statement);
}

}  // namespace touchstone::scenario
