/// Traversal that stays in one scope: what a def, a lambda or a comprehension evaluates at once
/// belongs to the scope around it (decorators, defaults, the first iterable), its body does not.
#pragma once

#include "conformance/scenario/walk.h"

namespace touchstone::scenario {

/// Visits what a comprehension evaluates in its own scope: all but the first iterable.
template <class Comp, class Visit>
  requires requires(Comp comp) { comp.generators; }
void walk_later_parts(const Comp& node, Visit&& visit) {
  for (const Comprehension& generator : node.generators) {
    visit(*generator.target);
    if (&generator != &node.generators.front()) visit(*generator.iter);
    for (const Expr& condition : generator.ifs) visit(condition);
  }
  if constexpr (requires { node.elt; }) {
    visit(*node.elt);
  } else {
    visit(*node.key);
    visit(*node.value);
  }
}

template <class Visit>
void walk_scope(const Expr& expr, Visit&& visit);
template <class Visit>
void walk_scope(const Stmt& statement, Visit&& visit);

namespace detail {

template <class Visit>
struct ScopeVisitor {
  Visit& visit;

  void operator()(const Lambda& node) const { below(node.args); }
  void operator()(const FunctionDef& node) const { head(node); }
  void operator()(const AsyncFunctionDef& node) const { head(node); }
  void operator()(const ClassDef& node) const {
    for_each_child(
        node, Overloaded{[&](const Expr& child) { walk_scope(child, visit); }, [](const Stmt&) {}});
  }
  template <class Comp>
    requires requires(Comp comp) { comp.generators; }
  void operator()(const Comp& node) const {
    walk_scope(*node.generators.front().iter, visit);
  }
  template <class Node>
  void operator()(const Node& node) const {
    below(node);
  }

 private:
  void head(const auto& function) const {
    for (const Expr& decorator : function.decorator_list) walk_scope(decorator, visit);
    below(function.args);
  }
  void below(const auto& node) const {
    for_each_child(node, [&](const auto& child) { walk_scope(child, visit); });
  }
};

}  // namespace detail

template <class Visit>
void walk_scope(const Expr& expr, Visit&& visit) {
  visit(expr);
  std::visit(detail::ScopeVisitor<std::remove_reference_t<Visit>>{visit}, expr.node);
}

template <class Visit>
void walk_scope(const Stmt& statement, Visit&& visit) {
  visit(statement);
  std::visit(detail::ScopeVisitor<std::remove_reference_t<Visit>>{visit}, statement.node);
}

template <class Visit>
void walk_scope(const Body& body, Visit&& visit) {
  for (const Stmt& statement : body) walk_scope(statement, visit);
}

}  // namespace touchstone::scenario
