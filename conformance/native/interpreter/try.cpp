#include <algorithm>

#include "conformance/native/interpreter/errors.h"
#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

bool matches(const Value& error, const Value& type) {
  if (const auto* tuple = as<Tuple>(type)) {
    return std::ranges::any_of(tuple->items(),
                               [&](const Value& each) { return matches(error, each); });
  }
  const auto* cls = as<Class>(type);
  if (cls == nullptr || !cls->derives_from(builtin_class("BaseException"))) {
    throw type_error("catching classes that do not inherit from BaseException is not allowed");
  }
  return as<Exception>(error)->cls().derives_from(*cls);
}

Step<const tree::ExceptHandler*> find_handler(Frame& frame, const tree::Try& node, Value error) {
  for (const tree::ExceptHandler& each : node.handlers) {
    if (!each.type) co_return &each;
    const Value type = co_await evaluate(frame, **each.type);
    if (matches(error, type)) co_return &each;
  }
  co_return nullptr;
}

void unbind(Frame& frame, const std::string& name) {
  const auto gone = delete_name(frame, name);  // deleted already: as good
}

Step<Completion> run_handler(Frame& frame, const tree::ExceptHandler& handler, Value error) {
  if (handler.name) co_await store_name(frame, *handler.name, error);
  Outcome<Completion> outcome = co_await catching(execute(frame, handler.body));
  if (handler.name) unbind(frame, *handler.name);
  if (outcome.failed()) co_return Failure{std::move(outcome.error)};
  co_return std::move(outcome.result());
}

/// The handler that takes `error`, or `error` again.
Step<Completion> handle(Frame& frame, const tree::Try& node, Value error) {
  chain_context(error, handled_error(frame));
  const Handling handling(frame, error);
  Outcome<const tree::ExceptHandler*> found = co_await catching(find_handler(frame, node, error));
  Outcome<Completion> outcome = Outcome<Completion>::failure(error);
  if (found.failed())
    outcome.error = std::move(found.error);
  else if (found.result() != nullptr)
    outcome = co_await catching(run_handler(frame, *found.result(), error));
  if (!outcome.failed()) co_return std::move(outcome.result());
  chain_context(outcome.error, error);
  co_return Failure{std::move(outcome.error)};
}

Step<Completion> guarded(Frame& frame, const tree::Try& node) {
  Outcome<Completion> outcome = co_await catching(execute(frame, node.body));
  if (outcome.failed()) co_return co_await handle(frame, node, std::move(outcome.error));
  if (!outcome.result().is_normal()) co_return std::move(outcome.result());
  co_return co_await execute(frame, node.orelse);
}

Step<Completion> clean_up(Frame& frame, const tree::Body& body, const Value& error) {
  if (error.is_none()) return execute(frame, body);
  return [](Frame& frame, const tree::Body& body, Value error) -> Step<Completion> {
    chain_context(error, handled_error(frame));
    const Handling handling(frame, error);
    Outcome<Completion> outcome = co_await catching(execute(frame, body));
    if (!outcome.failed()) co_return std::move(outcome.result());
    chain_context(outcome.error, error);
    co_return Failure{std::move(outcome.error)};
  }(frame, body, error);
}

}  // namespace

Step<Completion> execute_try(Frame& frame, const tree::Try& node) {
  if (node.finalbody.empty()) return guarded(frame, node);
  return [](Frame& frame, const tree::Try& node) -> Step<Completion> {
    Outcome<Completion> outcome = co_await catching(guarded(frame, node));
    const Value error = outcome.failed() ? outcome.error : Value();
    Completion last = co_await clean_up(frame, node.finalbody, error);
    if (!last.is_normal()) co_return last;
    if (outcome.failed()) co_return Failure{error};
    co_return std::move(outcome.result());
  }(frame, node);
}

}  // namespace touchstone::native
