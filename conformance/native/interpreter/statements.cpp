#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

Step<Completion> normal() { return Completion{}; }

Step<Completion> exec(Frame&, const tree::Pass&) { return normal(); }
Step<Completion> exec(Frame&, const tree::Global&) { return normal(); }
Step<Completion> exec(Frame&, const tree::Nonlocal&) { return normal(); }
Step<Completion> exec(Frame&, const tree::Break&) {
  return Completion{Completion::Kind::Break, {}};
}
Step<Completion> exec(Frame&, const tree::Continue&) {
  return Completion{Completion::Kind::Continue, {}};
}
Step<Completion> exec(Frame& frame, const tree::FunctionDef& node) {
  return execute_function(frame, node);
}
Step<Completion> exec(Frame& frame, const tree::AsyncFunctionDef& node) {
  return execute_function(frame, node);
}
Step<Completion> exec(Frame& frame, const tree::ClassDef& node) {
  return execute_class(frame, node);
}
Step<Completion> exec(Frame& frame, const tree::For& node) { return execute_loop(frame, node); }
Step<Completion> exec(Frame& frame, const tree::AsyncFor& node) {
  return execute_loop(frame, node);
}
Step<Completion> exec(Frame& frame, const tree::While& node) { return execute_loop(frame, node); }
Step<Completion> exec(Frame& frame, const tree::With& node) { return execute_with(frame, node); }
Step<Completion> exec(Frame& frame, const tree::AsyncWith& node) {
  return execute_with(frame, node);
}
Step<Completion> exec(Frame& frame, const tree::Try& node) { return execute_try(frame, node); }
Step<Completion> exec(Frame& frame, const tree::Raise& node) { return execute_raise(frame, node); }

Step<Completion> exec(Frame& frame, const tree::ExprStmt& node) {
  co_await evaluate(frame, *node.value);
  co_return Completion{};
}

Step<Completion> exec(Frame& frame, const tree::Return& node) {
  Completion completion{Completion::Kind::Return, {}};
  if (node.value) completion.value = co_await evaluate(frame, **node.value);
  co_return completion;
}

Step<Completion> exec(Frame& frame, const tree::Delete& node) {
  for (const tree::Expr& each : node.targets) co_await delete_target(frame, each);
  co_return Completion{};
}

Step<Completion> exec(Frame& frame, const tree::Assign& node) {
  Value value = co_await evaluate(frame, *node.value);
  for (std::size_t at = 0; at + 1 < node.targets.size(); ++at)
    co_await assign(frame, node.targets[at], value);
  co_await assign(frame, node.targets.back(), std::move(value));
  co_return Completion{};
}

Step<Completion> augment_name(Frame& frame, const tree::AugAssign& node, const tree::Name& target) {
  const Value old = co_await load_name(frame, target.id);
  const Value operand = co_await evaluate(frame, *node.value);
  co_await store_name(frame, target.id, binary_in_place(node.op, old, operand));
  co_return Completion{};
}

Step<Completion> augment_attribute(Frame& frame, const tree::AugAssign& node,
                                   const tree::Attribute& target) {
  const Value object = co_await evaluate(frame, *target.value);
  const std::string name = mangled(frame.code, target.attr);
  const Value old = get_attribute(object, name);
  const Value operand = co_await evaluate(frame, *node.value);
  set_attribute(object, name, binary_in_place(node.op, old, operand));
  co_return Completion{};
}

Step<Completion> augment_item(Frame& frame, const tree::AugAssign& node,
                              const tree::Subscript& target) {
  const Value container = co_await evaluate(frame, *target.value);
  const Value key = co_await evaluate(frame, *target.slice);
  const Value old = get_item(container, key);
  const Value operand = co_await evaluate(frame, *node.value);
  set_item(container, key, binary_in_place(node.op, old, operand));
  co_return Completion{};
}

Step<Completion> exec(Frame& frame, const tree::AugAssign& node) {
  if (const auto* name = tree::as<tree::Name>(*node.target))
    return augment_name(frame, node, *name);
  if (const auto* attribute = tree::as<tree::Attribute>(*node.target))
    return augment_attribute(frame, node, *attribute);
  if (const auto* subscript = tree::as<tree::Subscript>(*node.target))
    return augment_item(frame, node, *subscript);
  return Failure{
      python_error("SyntaxError", "illegal expression for augmented assignment").exception()};
}

Step<Completion> exec(Frame& frame, const tree::If& node) {
  const Value test = co_await evaluate(frame, *node.test);
  co_return co_await execute(frame, truth(test) ? node.body : node.orelse);
}

Step<Completion> exec(Frame& frame, const tree::Assert& node) {
  const Value test = co_await evaluate(frame, *node.test);
  if (truth(test)) co_return Completion{};
  Values arguments;
  if (node.msg) {
    Value message = co_await evaluate(frame, **node.msg);
    arguments.push_back(std::move(message));
  }
  co_return Failure{make_exception("AssertionError", std::move(arguments))};
}

}  // namespace

Step<Completion> execute(Frame& frame, const tree::Stmt& stmt) {
  return std::visit([&frame](const auto& node) { return exec(frame, node); }, stmt.node);
}

namespace {

template <class T>
T result_as(Completion completion) {
  if constexpr (std::same_as<T, Value>)
    return std::move(completion.value);
  else
    return completion;
}

/// Of a block, or of a whole function. A bare expression needs no step as a statement.
template <class T>
Step<T> run_statements(Frame& frame, const tree::Body& body) {
  for (const tree::Stmt& each : body) {
    if (const auto* bare = tree::as<tree::ExprStmt>(each)) {
      co_await evaluate(frame, *bare->value);
      continue;
    }
    Completion completion = co_await execute(frame, each);
    if (!completion.is_normal()) co_return result_as<T>(std::move(completion));
  }
  co_return T();
}

}  // namespace

Step<Completion> execute(Frame& frame, const tree::Body& body) {
  return run_statements<Completion>(frame, body);
}

Step<Value> run_body(Frame& frame, const tree::Body& body) {
  return run_statements<Value>(frame, body);
}

}  // namespace touchstone::native
