/// The interpreter's two entries, one for expressions and one for statements, and what their parts
/// share.
#pragma once

#include "conformance/native/interpreter/frame.h"
#include "conformance/native/runtime/arguments.h"
#include "conformance/scenario/tree.h"

namespace touchstone::native {

using Done = std::monostate;

/// How a statement ended: where control goes on, and the value of a return.
struct Completion {
  enum class Kind { Normal, Break, Continue, Return };
  Kind kind = Kind::Normal;
  Value value;
  bool is_normal() const { return kind == Kind::Normal; }
};

Step<Value> evaluate(Frame& frame, const scenario::Expr& expr);
Step<Completion> execute(Frame& frame, const scenario::Stmt& stmt);
Step<Completion> execute(Frame& frame, const scenario::Body& body);
/// A function's body: its result.
Step<Value> run_body(Frame& frame, const scenario::Body& body);

// Expressions by form.
Step<Value> evaluate_call(Frame& frame, const scenario::Call& node);
Step<Value> evaluate_comprehension(Frame& frame, const scenario::ListComp& node);
Step<Value> evaluate_comprehension(Frame& frame, const scenario::SetComp& node);
Step<Value> evaluate_comprehension(Frame& frame, const scenario::DictComp& node);
Step<Value> evaluate_generator(Frame& frame, const scenario::GeneratorExp& node);
Step<Value> evaluate_joined(Frame& frame, const scenario::JoinedStr& node);
Step<Value> evaluate_await(Frame& frame, const scenario::Await& node);
Step<Value> evaluate_yield(Frame& frame, const scenario::Yield& node);
Step<Value> evaluate_yield_from(Frame& frame, const scenario::YieldFrom& node);
Step<Value> evaluate_lambda(Frame& frame, const scenario::Lambda& node);
/// Items of a display, with `*iterables` spread.
Step<Values> evaluate_items(Frame& frame, const scenario::Exprs& nodes);
/// What to evaluate for an item that may be starred, and then to add.
const scenario::Expr& unstarred(const scenario::Expr& item);
void add_item(Values& items, const scenario::Expr& node, Value value);

/// Waits for any awaitable, and gives its result.
Step<Value> await_value(Value awaitable);
/// What an iterator and a suspension point exchange, until the iterator ends; `wrap` makes what is
/// passed out.
Step<Value> delegate_to(Value iterator, Suspension (*wrap)(Value));

// Targets.
Step<Done> assign(Frame& frame, const scenario::Expr& target, Value value);
Step<Done> delete_target(Frame& frame, const scenario::Expr& target);

// Statements by form.
Step<Completion> execute_function(Frame& frame, const scenario::FunctionDef& node);
Step<Completion> execute_function(Frame& frame, const scenario::AsyncFunctionDef& node);
Step<Completion> execute_class(Frame& frame, const scenario::ClassDef& node);
Step<Completion> execute_loop(Frame& frame, const scenario::For& node);
Step<Completion> execute_loop(Frame& frame, const scenario::AsyncFor& node);
Step<Completion> execute_loop(Frame& frame, const scenario::While& node);
Step<Completion> execute_with(Frame& frame, const scenario::With& node);
Step<Completion> execute_with(Frame& frame, const scenario::AsyncWith& node);
Step<Completion> execute_try(Frame& frame, const scenario::Try& node);
Step<Completion> execute_raise(Frame& frame, const scenario::Raise& node);

/// What the decorators make of a function or class, the innermost first.
Step<Value> decorate(const Values& decorators, Value value);

/// The result of a call, as a step.
Step<Value> call_step(const Value& function, Arguments arguments);
}  // namespace touchstone::native
