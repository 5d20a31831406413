#include "conformance/native/interpreter/activation.h"
#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/interpreter/frame_body.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/resume.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

Step<Value> suspend(Suspension suspension) { co_return co_await Suspend(std::move(suspension)); }

bool is_generator(const Value& value) { return as<Generator>(value) != nullptr; }

/// One exchange with an iterator that is no Generator: how it was resumed by whoever drives, passed
/// on.
Outcome<Value> pass_on(const Value& iterator, Outcome<Value> sent) {
  if (sent.failed()) {
    if (is_exception(sent.error, "GeneratorExit")) {
      if (const auto close = find_attribute(iterator, "close")) call(*close);
      return sent;
    }
    const auto raise = find_attribute(iterator, "throw");
    if (!raise) return sent;
    Arguments arguments({sent.error});
    return try_call(*raise, arguments);
  }
  Arguments arguments;
  if (sent.result().is_none()) return try_call(get_attribute(iterator, "__next__"), arguments);
  arguments.positional.push_back(sent.result());
  return try_call(get_attribute(iterator, "send"), arguments);
}

/// The iterator's answer as a step: none while it goes on, else its result or error.
std::optional<Step<Value>> ended(const Outcome<Value>& answer) {
  if (!answer.failed()) return std::nullopt;
  if (is_exception(answer.error, "StopIteration"))
    return Step<Value>(get_attribute(answer.error, "value"));
  return Step<Value>(Failure{answer.error});
}

Outcome<Value> native_next(const Value& iterator) {
  auto item = as<Iterator>(iterator)->next();
  if (item) return {std::move(item), {}};
  return Outcome<Value>::failure(stop_iteration({}).exception());
}

Step<Value> exchange(Value iterator, Suspension (*wrap)(Value)) {
  Outcome<Value> sent{Value(), {}};
  while (true) {
    const bool native =
        as<Iterator>(iterator) != nullptr && !sent.failed() && sent.result().is_none();
    Outcome<Value> answer = native ? native_next(iterator) : pass_on(iterator, std::move(sent));
    if (auto end = ended(answer)) co_return co_await std::move(*end);
    sent = co_await catching(suspend(wrap(std::move(answer.result()))));
  }
}

/// The iterator that awaiting `awaitable` drives.
Value awaited_iterator(Value awaitable) {
  if (auto* generator = as<Generator>(awaitable)) {
    if (generator->flavour() == Flavour::Coroutine) return language().coroutines.await(*generator);
    if (generator->flavour() != Flavour::Generator &&
        generator->flavour() != Flavour::AsyncGenerator)
      return awaitable;
    throw type_error("object " + type_name(awaitable) + " can't be used in 'await' expression");
  }
  const auto iterator = call_special(awaitable, "__await__");
  if (!iterator)
    throw type_error("object " + type_name(awaitable) + " can't be used in 'await' expression");
  if (const auto* generator = as<Generator>(*iterator);
      generator != nullptr && generator->flavour() == Flavour::Coroutine) {
    throw type_error("__await__() returned a coroutine");
  }
  const bool iterates = is_generator(*iterator) || as<Iterator>(*iterator) != nullptr ||
                        find_special(*iterator, "__next__");
  if (!iterates)
    throw type_error("__await__() returned non-iterator of type '" + type_name(*iterator) + "'");
  return *iterator;
}

Step<Value> yield_from(Value iterable) {
  const auto* generator = as<Generator>(iterable);
  const bool plain = generator == nullptr || generator->flavour() == Flavour::Generator;
  Value iterator = plain ? get_iterator(iterable) : awaited_iterator(iterable);
  iterable = Value();
  co_return co_await delegate_to(std::move(iterator), Suspension::yielded);
}

bool is_future(const Value& awaitable) {
  const auto& look = language().futures.is_future;
  return look && look(awaitable);
}

bool is_pending(const Value& future) { return !language().futures.is_done(future); }

Step<Value> end_of(const Value& future) {
  if (is_pending(future))
    return Failure{runtime_error("await wasn't used with future").exception()};
  Outcome<Value> outcome = language().futures.outcome(future);
  if (outcome.failed()) return Failure{std::move(outcome.error)};
  return std::move(outcome.result());
}

/// What is left to do for `await` where there is no generator to wait for.
Step<Value> rest_of(Value awaited, bool future) {
  if (future) return end_of(awaited);
  return exchange(std::move(awaited), Suspension::awaiting);
}

}  // namespace

Step<Value> delegate_to(Value iterator, Suspension (*wrap)(Value)) {
  if (is_generator(iterator)) return suspend(Suspension::delegating(std::move(iterator)));
  return exchange(std::move(iterator), wrap);
}

Value coroutine_awaiting(Value awaitable) {
  return create_resumable(
      make<Generator>(Flavour::Coroutine, "awaiting",
                      std::make_unique<StepBody>(await_value(std::move(awaitable)))));
}

Step<Value> await_value(Value awaitable) {
  Value iterator = awaited_iterator(std::move(awaitable));
  co_return co_await delegate_to(std::move(iterator), Suspension::awaiting);
}

// What thousands of tasks are suspended in at once: no step below it, and few places in its frame.
Step<Value> evaluate_await(Frame& frame, const tree::Await& node) {
  Value awaited = co_await evaluate(frame, *node.value);
  const bool future = is_future(awaited);
  if (!future) awaited = awaited_iterator(std::move(awaited));
  const bool delegates = is_generator(awaited);
  if (delegates || (future && is_pending(awaited))) {
    // Named: g++ 12 destroys a conditional's operands twice inside that of co_await.
    Suspension waiting =
        delegates ? Suspension::delegating(std::move(awaited)) : Suspension::awaiting(awaited);
    Value sent = co_await Suspend(std::move(waiting));
    if (delegates) co_return sent;
  }
  co_return co_await rest_of(std::move(awaited), future);
}

Step<Value> evaluate_yield(Frame& frame, const tree::Yield& node) {
  Value value;
  if (node.value) value = co_await evaluate(frame, **node.value);
  co_return co_await Suspend(Suspension::yielded(std::move(value)));
}

Step<Value> evaluate_yield_from(Frame& frame, const tree::YieldFrom& node) {
  Value iterable = co_await evaluate(frame, *node.value);
  co_return co_await yield_from(std::move(iterable));
}

}  // namespace touchstone::native
