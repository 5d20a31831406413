#include "conformance/scenario/walk.h"

#include <algorithm>

namespace touchstone::scenario {
namespace {

template <class T>
int height_of(const T& node) {
  int below = 0;
  for_each_child(node, [&](const auto& child) { below = std::max(below, height_of(child)); });
  return below + 1;
}

bool any_child_suspends(const auto& node) {
  bool found = false;
  const auto look = Overloaded{
      [&](const Expr& child) { found = found || contains_suspension(child); }, [](const Stmt&) {}};
  for_each_child(node, look);
  return found;
}

bool any_default_suspends(const Lambda& lambda) { return any_child_suspends(lambda.args); }

bool has_async_generator(const Comprehensions& generators) {
  return std::ranges::any_of(generators, &Comprehension::is_async);
}

}  // namespace

bool contains_suspension(const Expr& expr) {
  const auto suspends = Overloaded{
      [](const Await&) { return true; },
      [](const Yield&) { return true; },
      [](const YieldFrom&) { return true; },
      [](const Lambda& lambda) { return any_default_suspends(lambda); },
      [](const GeneratorExp& later) {
        return !later.generators.empty() && contains_suspension(*later.generators.front().iter);
      },
      [](const auto& node) {
        if constexpr (requires { node.generators; }) {
          if (has_async_generator(node.generators)) return true;
        }
        return any_child_suspends(node);
      },
  };
  return std::visit(suspends, expr.node);
}

int height(const Expr& expr) { return height_of(expr); }
int height(const Stmt& statement) { return height_of(statement); }
int height(const Module& tree) { return height_of(tree); }

}  // namespace touchstone::scenario
