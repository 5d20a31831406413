#include "conformance/native/interpreter/errors.h"

#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {

Handling::Handling(Frame& frame, const Value& error)
    : operations_(language().errors), handled_(*frame.handled) {
  operations_.enter_handler(handled_, error);
}
Handling::~Handling() { operations_.leave_handler(handled_); }

Value handled_error(const Frame& frame) { return language().errors.handled(*frame.handled); }

void chain_context(const Value& error, const Value& handled) {
  auto* last = as<Exception>(error);
  if (last == nullptr || handled.is_none() || error.is(handled)) return;
  for (Value context = last->context(); !context.is_none(); context = last->context()) {
    if (context.is(handled) || context.is(error)) return;
    last = as<Exception>(context);
  }
  // A chain that leads back to the new error would never end: it is cut there.
  for (auto* each = as<Exception>(handled); each != nullptr;
       each = as<Exception>(each->context())) {
    if (each->context().is(error)) each->set_context({});
  }
  if (!handled.is(Value(last))) last->set_context(handled);
}

Value exception_from(const Value& raised) {
  const auto* cls = as<Class>(raised);
  if (cls != nullptr && cls->derives_from(builtin_class("BaseException"))) {
    const Value made = call(raised);
    if (as<Exception>(made) == nullptr)
      throw type_error("calling " + cls->name() +
                       " should have returned an instance of BaseException");
    return made;
  }
  if (as<Exception>(raised) == nullptr)
    throw type_error("exceptions must derive from BaseException");
  return raised;
}

namespace {

/// Sets the cause as `from` does.
void set_cause(const Value& error, const Value& from) {
  if (from.is_none()) {
    as<Exception>(error)->set_cause({});
    return;
  }
  const auto* cls = as<Class>(from);
  const bool usable = as<Exception>(from) != nullptr ||
                      (cls != nullptr && cls->derives_from(builtin_class("BaseException")));
  if (!usable) throw type_error("exception causes must derive from BaseException");
  as<Exception>(error)->set_cause(exception_from(from));
}

}  // namespace

Step<Completion> execute_raise(Frame& frame, const scenario::Raise& node) {
  if (!node.exc) {
    Value handled = handled_error(frame);
    if (handled.is_none()) handled = runtime_error("No active exception to reraise").exception();
    co_return Failure{std::move(handled)};
  }
  const Value raised = co_await evaluate(frame, **node.exc);
  Value from = Value::unbound();
  if (node.cause) from = co_await evaluate(frame, **node.cause);
  const Value error = exception_from(raised);
  if (from.is_bound()) set_cause(error, from);
  chain_context(error, handled_error(frame));
  co_return Failure{error};
}

}  // namespace touchstone::native
