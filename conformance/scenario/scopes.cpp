#include "conformance/scenario/scopes.h"

#include "conformance/scenario/rules.h"
#include "conformance/scenario/scope_walk.h"

namespace touchstone::scenario {
namespace {

/// `__name` inside `class Owner` is `_Owner__name`.
std::string mangled(const std::string& name, std::string_view class_name) {
  class_name.remove_prefix(std::min(class_name.find_first_not_of('_'), class_name.size()));
  if (class_name.empty() || !name.starts_with("__") || name.ends_with("__")) return name;
  return "_" + std::string(class_name) + name;
}

class ScopeBuilder {
 public:
  std::deque<Scope> build(const Module& tree) && {
    Scope& module = scopes_.emplace_back();
    body(tree.body, module);
    for (const Declaration& declaration : nonlocals_) require_binding_around(declaration);
    return std::move(scopes_);
  }

 private:
  struct Declaration {
    const Scope* scope;
    std::string name;
    Position at;
  };

  Scope& child(ScopeKind kind, const Scope& parent, const std::string& class_name) {
    Scope& scope = scopes_.emplace_back();
    scope.kind = kind;
    scope.parent = &parent;
    scope.class_name = class_name;
    return scope;
  }

  void bind(const std::string& given, Scope& scope) {
    const std::string name = mangled(given, scope.class_name);
    if (scope.globals.contains(name)) {
      scopes_.front().bound.insert(name);
    } else if (!scope.nonlocals.contains(name)) {
      scope.bound.insert(name);
    }
  }

  void use(const std::string& name, Scope& scope) {
    scope.used.insert(mangled(name, scope.class_name));
  }

  void body(const Body& statements, Scope& scope) {
    for (const Stmt& statement : statements) visit(statement, scope);
  }

  void visit(const Stmt& statement, Scope& scope) {
    if (statement.at.line > 0) at_ = statement.at;
    std::visit([&](const auto& node) { visit_node(node, scope); }, statement.node);
  }

  void visit(const Expr& expr, Scope& scope) {
    std::visit([&](const auto& node) { visit_node(node, scope); }, expr.node);
  }

  /// Expressions below first, then the statements: as Python's compiler goes, for all that is not
  /// listed below.
  template <class Node>
  void visit_node(const Node& node, Scope& scope) {
    for_each_child(node, [&](const auto& below) { visit(below, scope); });
  }

  void visit_node(const Name& node, Scope& scope) { use(node.id, scope); }

  /// Targets bind; what a target evaluates (x in x.a, x[i]) is used.
  void target(const Expr& expr, Scope& scope) {
    const auto bound = Overloaded{[&](const Name& node) { bind(node.id, scope); },
                                  [&](const Tuple& node) { targets(node.elts, scope); },
                                  [&](const List& node) { targets(node.elts, scope); },
                                  [&](const Starred& node) { target(*node.value, scope); },
                                  [&](const auto&) { visit(expr, scope); }};
    std::visit(bound, expr.node);
  }
  void targets(const Exprs& exprs, Scope& scope) {
    for (const Expr& expr : exprs) target(expr, scope);
  }

  void visit_node(const Assign& node, Scope& scope) {
    targets(node.targets, scope);
    visit(*node.value, scope);
  }
  void visit_node(const AugAssign& node, Scope& scope) {
    target(*node.target, scope);
    visit(*node.target, scope);
    visit(*node.value, scope);
  }
  void visit_node(const Delete& node, Scope& scope) {
    targets(node.targets, scope);
    for (const Expr& deleted : node.targets) visit(deleted, scope);
  }

  template <class Loop>
  void loop(const Loop& node, Scope& scope) {
    target(*node.target, scope);
    visit(*node.iter, scope);
    body(node.body, scope);
    body(node.orelse, scope);
  }
  void visit_node(const For& node, Scope& scope) { loop(node, scope); }
  void visit_node(const AsyncFor& node, Scope& scope) { loop(node, scope); }

  template <class Node>
  void with(const Node& node, Scope& scope) {
    for (const WithItem& item : node.items) {
      visit(*item.context_expr, scope);
      if (item.optional_vars) target(**item.optional_vars, scope);
    }
    body(node.body, scope);
  }
  void visit_node(const With& node, Scope& scope) { with(node, scope); }
  void visit_node(const AsyncWith& node, Scope& scope) { with(node, scope); }

  void visit_node(const Try& node, Scope& scope) {
    body(node.body, scope);
    for (const ExceptHandler& handler : node.handlers) {
      if (handler.type) visit(**handler.type, scope);
      if (handler.name) bind(*handler.name, scope);
      body(handler.body, scope);
    }
    body(node.orelse, scope);
    body(node.finalbody, scope);
  }

  void parameter(const Arg& arg, Scope& scope) {
    if (!scope.bound.insert(mangled(arg.arg, scope.class_name)).second)
      refuse(at_, "the parameter '" + arg.arg + "' is there twice");
  }

  Scope& parameters(const Arguments& arguments, Scope& around) {
    for_each_child(arguments, Overloaded{[&](const Expr& value) { visit(value, around); },
                                         [](const Stmt&) {}});
    Scope& scope = child(ScopeKind::function, around, around.class_name);
    for (const Arg& arg : arguments.args) parameter(arg, scope);
    for (const Arg& arg : arguments.kwonlyargs) parameter(arg, scope);
    if (arguments.vararg) parameter(*arguments.vararg, scope);
    if (arguments.kwarg) parameter(*arguments.kwarg, scope);
    return scope;
  }

  template <class Function>
  void function(const Function& node, Scope& scope) {
    bind(node.name, scope);
    for (const Expr& decorator : node.decorator_list) visit(decorator, scope);
    body(node.body, parameters(node.args, scope));
  }
  void visit_node(const FunctionDef& node, Scope& scope) { function(node, scope); }
  void visit_node(const AsyncFunctionDef& node, Scope& scope) { function(node, scope); }
  void visit_node(const Lambda& node, Scope& scope) {
    visit(*node.body, parameters(node.args, scope));
  }

  void visit_node(const ClassDef& node, Scope& scope) {
    bind(node.name, scope);
    for_each_child(node,
                   Overloaded{[&](const Expr& expr) { visit(expr, scope); }, [](const Stmt&) {}});
    body(node.body, child(ScopeKind::class_body, scope, node.name));
  }

  template <class Comp>
    requires requires(Comp comp) { comp.generators; }
  void visit_node(const Comp& node, Scope& scope) {
    visit(*node.generators.front().iter, scope);
    Scope& inner = child(ScopeKind::comprehension, scope, scope.class_name);
    for (const Comprehension& generator : node.generators) target(*generator.target, inner);
    walk_later_parts(node, [&](const Expr& part) { visit(part, inner); });
  }

  void visit_node(const Global& node, Scope& scope) {
    for (const std::string& name : node.names) declare(name, scope, scope.globals, scope.nonlocals);
  }
  void visit_node(const Nonlocal& node, Scope& scope) {
    if (scope.kind == ScopeKind::module) refuse(at_, "nonlocal outside a function");
    for (const std::string& name : node.names) {
      declare(name, scope, scope.nonlocals, scope.globals);
      nonlocals_.push_back({&scope, mangled(name, scope.class_name), at_});
    }
  }

  void declare(const std::string& given, const Scope& scope, Scope::Names& names,
               const Scope::Names& others) {
    const std::string name = mangled(given, scope.class_name);
    if (others.contains(name)) refuse(at_, "'" + given + "' is global and nonlocal");
    if (scope.used.contains(name) || scope.bound.contains(name)) {
      refuse(at_, "'" + given + "' is used before it is declared global or nonlocal");
    }
    names.insert(name);
  }

  static void require_binding_around(const Declaration& declaration) {
    for (const Scope* scope = declaration.scope->parent; scope->kind != ScopeKind::module;
         scope = scope->parent) {
      if (scope->kind == ScopeKind::class_body) continue;
      if (scope->globals.contains(declaration.name)) break;
      if (scope->bound.contains(declaration.name) || scope->nonlocals.contains(declaration.name))
        return;
    }
    refuse(declaration.at, "nonlocal '" + declaration.name + "': no function around binds it");
  }

  std::deque<Scope> scopes_;
  std::vector<Declaration> nonlocals_;
  Position at_;
};

}  // namespace

std::deque<Scope> scopes_of(const Module& tree) { return ScopeBuilder().build(tree); }

bool is_bound(const Scope& scope, const Scope& module, std::string_view name) {
  for (const Scope* at = &scope; at != nullptr; at = at->parent) {
    if (at != &scope && at->kind == ScopeKind::class_body) continue;
    if (at->globals.contains(name)) break;
    if (at->bound.contains(name)) return true;
  }
  return module.bound.contains(name);
}

}  // namespace touchstone::scenario
