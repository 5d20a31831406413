#include "conformance/native/interpreter/errors.h"
#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

struct Manager {
  Value enter;
  Value exit;
};

Manager manager_of(const Value& value, bool is_async) {
  const auto enter = find_special(value, is_async ? "__aenter__" : "__enter__");
  const auto exit = find_special(value, is_async ? "__aexit__" : "__exit__");
  if (enter && exit) return {*enter, *exit};
  const std::string protocol = is_async ? "asynchronous context manager" : "context manager";
  throw type_error("'" + type_name(value) + "' object does not support the " + protocol +
                   " protocol");
}

Step<Value> called(const Value& function, Arguments arguments, bool is_async) {
  Step<Value> result = call_step(function, std::move(arguments));
  if (!is_async || !result.is_done()) return result;
  return await_value(result.take());
}

Arguments exit_arguments(const Value& error) {
  if (error.is_none()) return Arguments({Value(), Value(), Value()});
  return Arguments({Value(type_of(error)), error, Value()});
}

template <class With>
Step<Completion> run_items(Frame& frame, const With& node, std::size_t at, bool is_async);

template <class With>
Step<Completion> run_inside(Frame& frame, const With& node, std::size_t at, Value entered,
                            bool is_async) {
  const tree::WithItem& item = node.items[at];
  if (item.optional_vars) co_await assign(frame, **item.optional_vars, std::move(entered));
  entered = Value();
  co_return co_await run_items(frame, node, at + 1, is_async);
}

/// Leaves the manager after an error: it goes on unless the manager says that it is dealt with.
Step<Completion> leave_failed(Frame& frame, Value exit, Value error, bool is_async) {
  chain_context(error, handled_error(frame));
  const Handling handling(frame, error);
  Outcome<Value> swallowed = co_await catching(called(exit, exit_arguments(error), is_async));
  if (swallowed.failed()) {
    chain_context(swallowed.error, error);
    co_return Failure{std::move(swallowed.error)};
  }
  if (truth(swallowed.result())) co_return Completion{};
  co_return Failure{std::move(error)};
}

template <class With>
Step<Completion> run_items(Frame& frame, const With& node, std::size_t at, bool is_async) {
  if (at == node.items.size()) co_return co_await execute(frame, node.body);
  const Value value = co_await evaluate(frame, *node.items[at].context_expr);
  const Manager manager = manager_of(value, is_async);
  Value entered = co_await called(manager.enter, Arguments(), is_async);
  Outcome<Completion> outcome =
      co_await catching(run_inside(frame, node, at, std::move(entered), is_async));
  if (outcome.failed())
    co_return co_await leave_failed(frame, manager.exit, std::move(outcome.error), is_async);
  co_await called(manager.exit, exit_arguments({}), is_async);
  co_return std::move(outcome.result());
}

}  // namespace

Step<Completion> execute_with(Frame& frame, const tree::With& node) {
  return run_items(frame, node, 0, false);
}
Step<Completion> execute_with(Frame& frame, const tree::AsyncWith& node) {
  return run_items(frame, node, 0, true);
}

}  // namespace touchstone::native
