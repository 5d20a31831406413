#include <algorithm>

#include "conformance/scenario/rules.h"
#include "conformance/scenario/scope_walk.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

enum class Unit { module, class_body, function, async_function, lambda, comprehension };

/// Where a piece of the tree runs.
struct Context {
  Unit unit = Unit::module;
  const Context* parent = nullptr;
  bool in_loop = false;
  int blocks = 0;                ///< on Python's static block stack
  bool async_generator = false;  ///< an async def that yields
};

/// Python's limit is 20; its compiler needs some for itself.
constexpr int most_blocks = 16;

bool is_function(Unit unit) {
  return unit == Unit::function || unit == Unit::async_function || unit == Unit::lambda;
}

/// The scope that comprehensions around stand in.
const Context& around_comprehensions(const Context& context) {
  const Context* scope = &context;
  while (scope->unit == Unit::comprehension) scope = scope->parent;
  return *scope;
}

bool yields(const Body& body) {
  bool found = false;
  walk_scope(body, Overloaded{[&](const Expr& expr) {
                                found = found || as<Yield>(expr) != nullptr ||
                                        as<YieldFrom>(expr) != nullptr;
                              },
                              [](const Stmt&) {}});
  return found;
}

class FlowRules {
 public:
  void body(const Body& statements, const Context& context) {
    for (const Stmt& statement : statements) check(statement, context);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { refuse(at_, message); }

  void check(const Stmt& statement, const Context& context) {
    at_ = statement.at;
    std::visit([&](const auto& node) { check_node(node, context); }, statement.node);
  }

  /// Statements without blocks and rules of their own.
  template <class Node>
  void check_node(const Node& node, const Context& context) {
    expressions(node, context);
  }

  void expressions(const auto& node, const Context& context) {
    for_each_child(
        node, Overloaded{[&](const Expr& child) { check(child, context); }, [](const Stmt&) {}});
  }

  template <class Function>
  void function(const Function& node, Unit unit, const Context& context) {
    for (const Expr& decorator : node.decorator_list) check(decorator, context);
    expressions(node.args, context);
    const bool async_generator = unit == Unit::async_function && yields(node.body);
    body(node.body, {.unit = unit, .parent = &context, .async_generator = async_generator});
  }
  void check_node(const FunctionDef& node, const Context& context) {
    function(node, Unit::function, context);
  }
  void check_node(const AsyncFunctionDef& node, const Context& context) {
    function(node, Unit::async_function, context);
  }

  void check_node(const ClassDef& node, const Context& context) {
    expressions(node, context);
    body(node.body, {.unit = Unit::class_body, .parent = &context});
  }

  void check_node(const Return& node, const Context& context) {
    if (!is_function(context.unit)) fail("return outside a function");
    if (node.value && context.async_generator) fail("an asynchronous generator returns no value");
    expressions(node, context);
  }

  void check_node(const Break&, const Context& context) {
    if (!context.in_loop) fail("break outside a loop");
  }
  void check_node(const Continue&, const Context& context) {
    if (!context.in_loop) fail("continue outside a loop");
  }

  Context nested(const Context& context, int blocks, bool loop = false) const {
    Context inner = context;
    inner.in_loop = inner.in_loop || loop;
    inner.blocks += blocks;
    if (inner.blocks > most_blocks) fail("loops, with and try nest too deeply for Python");
    return inner;
  }

  template <class Loop>
  void loop(const Loop& node, const Context& context) {
    expressions(node, context);
    body(node.body, nested(context, 1, true));
    body(node.orelse, context);
  }
  void check_node(const For& node, const Context& context) { loop(node, context); }
  void check_node(const While& node, const Context& context) { loop(node, context); }
  void check_node(const AsyncFor& node, const Context& context) {
    require_async(context, "async for");
    loop(node, context);
  }

  void check_node(const If& node, const Context& context) {
    expressions(node, context);
    body(node.body, context);
    body(node.orelse, context);
  }

  template <class Node>
  void with(const Node& node, const Context& context) {
    expressions(node, context);
    body(node.body, nested(context, static_cast<int>(node.items.size())));
  }
  void check_node(const With& node, const Context& context) { with(node, context); }
  void check_node(const AsyncWith& node, const Context& context) {
    require_async(context, "async with");
    with(node, context);
  }

  void check_node(const Try& node, const Context& context) {
    const Context inner = nested(context, 2);
    const Context handling = nested(context, 3);
    body(node.body, inner);
    for (const ExceptHandler& handler : node.handlers) {
      if (handler.type) check(**handler.type, handling);
      body(handler.body, handling);
    }
    body(node.orelse, inner);
    body(node.finalbody, handling);
  }

  void require_async(const Context& context, const char* what) const {
    if (context.unit != Unit::async_function) fail(std::string(what) + " outside async def");
  }

  // Expressions.
  void check(const Expr& expr, const Context& context) {
    if (expr.at.line > 0) at_ = expr.at;
    std::visit([&](const auto& node) { check_node(node, context); }, expr.node);
  }

  void check_node(const Await& node, const Context& context) {
    require_async(around_comprehensions(context), "await");
    expressions(node, context);
  }

  void yield(const auto& node, const Context& context) {
    if (context.unit == Unit::comprehension) fail("yield inside a comprehension");
    if (!is_function(context.unit)) fail("yield outside a function");
    expressions(node, context);
  }
  void check_node(const Yield& node, const Context& context) { yield(node, context); }
  void check_node(const YieldFrom& node, const Context& context) {
    if (context.unit == Unit::async_function) fail("yield from inside async def");
    yield(node, context);
  }

  void check_node(const Lambda& node, const Context& context) {
    expressions(node.args, context);
    check(*node.body, {.unit = Unit::lambda, .parent = &context});
  }

  template <class Comp>
    requires requires(Comp comp) { comp.generators; }
  void check_node(const Comp& node, const Context& context) {
    if (is_asynchronous(node))
      require_async_comprehension(context, std::same_as<Comp, GeneratorExp>);
    check(*node.generators.front().iter, context);
    const Context inner{.unit = Unit::comprehension, .parent = &context};
    walk_later_parts(node, [&](const Expr& part) { check(part, inner); });
  }

  /// Python before 3.11 wants the coroutine right around; a generator expression may stand in
  /// another comprehension.
  void require_async_comprehension(const Context& context, bool generator) const {
    require_async(generator ? around_comprehensions(context) : context,
                  "an asynchronous comprehension");
  }

  /// async for, or an await in what the comprehension itself evaluates.
  template <class Comp>
  static bool is_asynchronous(const Comp& node) {
    bool found = std::ranges::any_of(node.generators, &Comprehension::is_async);
    const auto look = [&](const Expr& part) {
      walk_scope(part,
                 Overloaded{[&](const Expr& expr) { found = found || as<Await>(expr) != nullptr; },
                            [](const Stmt&) {}});
    };
    walk_later_parts(node, look);
    return found;
  }

  Position at_;
};

}  // namespace

void check_flow(const Module& tree) { FlowRules().body(tree.body, {}); }

}  // namespace touchstone::scenario
