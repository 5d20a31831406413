/// Traversal of trees through the nodes' own field lists.
///
///     for_each_child(expr, visit)   visit(Expr&) / visit(Stmt&) for what stands directly below a
///     node, in ast's field order;
///                                   helper nodes (arguments, keyword, comprehension ...) are
///                                   passed through
///     walk(tree, visit)             the node itself and all below it, parents first
///
/// `visit` takes Expr and Stmt (a generic lambda, or Overloaded{...} of two). Const trees give
/// const nodes.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

/// A struct with a field list: a variant's node, or a helper node.
template <class T>
concept Fielded = requires { std::remove_cvref_t<T>::node_name; };

/// Expr or Stmt, const or not.
template <class T>
concept Holder =
    std::same_as<std::remove_cvref_t<T>, Expr> || std::same_as<std::remove_cvref_t<T>, Stmt>;

namespace detail {

template <class Visit>
struct ChildVisitor {
  Visit& visit;

  template <class Field>
  void operator()(std::string_view, Field& field) const {
    descend(field);
  }

  template <Holder T>
  void descend(T& child) const {
    visit(child);
  }
  template <Fielded T>
  void descend(T& helper) const {
    std::remove_cvref_t<T>::fields(helper, *this);
  }
  template <class T>
  void descend(std::vector<T>& items) const {
    for (T& item : items) descend(item);
  }
  template <class T>
  void descend(const std::vector<T>& items) const {
    for (const T& item : items) descend(item);
  }
  template <class T>
  void descend(std::optional<T>& item) const {
    if (item) descend(*item);
  }
  template <class T>
  void descend(const std::optional<T>& item) const {
    if (item) descend(*item);
  }
  void descend(ExprBox& box) const { descend(*box); }
  void descend(const ExprBox& box) const { descend(*box); }
  template <class T>
    requires(!Holder<T> && !Fielded<T>)
  void descend(T&) const {}
};

}  // namespace detail

template <Fielded T, class Visit>
void for_each_child(T& node, Visit&& visit) {
  std::remove_cvref_t<T>::fields(node, detail::ChildVisitor<std::remove_reference_t<Visit>>{visit});
}

template <Holder T, class Visit>
void for_each_child(T& holder, Visit&& visit) {
  std::visit([&](auto& node) { for_each_child(node, visit); }, holder.node);
}

template <Holder T, class Visit>
void walk(T& holder, Visit&& visit) {
  visit(holder);
  for_each_child(holder, [&](auto& child) { walk(child, visit); });
}

template <Fielded T, class Visit>
void walk(T& node, Visit&& visit) {
  for_each_child(node, [&](auto& child) { walk(child, visit); });
}

/// True where evaluating `expr` may suspend the function around it: an await, a yield or an
/// asynchronous comprehension, but not inside a lambda's body or in what a generator expression
/// does later.
bool contains_suspension(const Expr& expr);

/// Levels of nodes below and including this one.
int height(const Expr& expr);
int height(const Stmt& statement);
int height(const Module& tree);

}  // namespace touchstone::scenario
