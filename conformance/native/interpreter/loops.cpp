#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

/// What the loop does after one round of its body.
bool leaves(const Completion& completion) {
  return completion.kind == Completion::Kind::Break || completion.kind == Completion::Kind::Return;
}

Completion after_leaving(Completion completion) {
  if (completion.kind == Completion::Kind::Break) return {};
  return completion;
}

Value async_iterator_of(const Value& iterable) {
  const auto made = call_special(iterable, "__aiter__");
  if (!made)
    throw type_error("'async for' requires an object with __aiter__ method, got " +
                     type_name(iterable));
  if (!find_special(*made, "__anext__")) {
    throw type_error(
        "'async for' received an object from __aiter__ that does not implement __anext__: " +
        type_name(*made));
  }
  return *made;
}

}  // namespace

Step<Completion> execute_loop(Frame& frame, const tree::While& node) {
  while (true) {
    const Value test = co_await evaluate(frame, *node.test);
    if (!truth(test)) break;
    Completion completion = co_await execute(frame, node.body);
    if (leaves(completion)) co_return after_leaving(std::move(completion));
  }
  co_return co_await execute(frame, node.orelse);
}

Step<Completion> execute_loop(Frame& frame, const tree::For& node) {
  const Value iterable = co_await evaluate(frame, *node.iter);
  Iteration iteration(iterable);
  while (true) {
    Outcome<Value> item = iteration.try_next();
    if (item.failed()) co_return Failure{std::move(item.error)};
    if (!item.result().is_bound()) break;
    co_await assign(frame, *node.target, std::move(item.result()));
    Completion completion = co_await execute(frame, node.body);
    if (leaves(completion)) co_return after_leaving(std::move(completion));
  }
  co_return co_await execute(frame, node.orelse);
}

Step<Completion> execute_loop(Frame& frame, const tree::AsyncFor& node) {
  const Value iterable = co_await evaluate(frame, *node.iter);
  const Value iterator = async_iterator_of(iterable);
  while (true) {
    const auto awaitable = call_special(iterator, "__anext__");
    if (!awaitable)
      throw type_error("'async for' requires an iterator with __anext__ method, got " +
                       type_name(iterator));
    Outcome<Value> item = co_await catching(await_value(*awaitable));
    if (item.failed() && is_exception(item.error, "StopAsyncIteration")) break;
    if (item.failed()) co_return Failure{std::move(item.error)};
    co_await assign(frame, *node.target, std::move(item.result()));
    Completion completion = co_await execute(frame, node.body);
    if (leaves(completion)) co_return after_leaving(std::move(completion));
  }
  co_return co_await execute(frame, node.orelse);
}

}  // namespace touchstone::native
