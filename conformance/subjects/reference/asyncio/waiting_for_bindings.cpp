#include "conformance/native/builtins/builtins.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "conformance/subjects/reference/return_when.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "impl/asyncio/as_completed.h"
#include "impl/asyncio/timeout.h"
#include "impl/asyncio/wait.h"
#include "impl/asyncio/wait_for.h"

namespace touchstone::reference {
namespace {

using asyncio::TimeLimit;
using native::arg;
using native::keyword_arg;

TimeLimit limit_from(const Value& timeout) {
  if (timeout.is_none()) return std::nullopt;
  return asyncio::Seconds(native::double_from(timeout));
}

void refuse_single(const Value& given) {
  if (future_from(given) || is_coroutine(given))
    throw native::type_error("expect an iterable of futures, not " + native::type_name(given));
}

std::vector<FuturePointer> futures_to_wait_for(const Value& given) {
  refuse_single(given);
  std::vector<FuturePointer> futures;
  for (const Value& each : native::items_of(given)) {
    auto future = future_from(each);
    if (!future)
      throw native::type_error(is_coroutine(each)
                                   ? "Passing coroutines is forbidden, use tasks explicitly."
                                   : "a future is required, not " + native::type_name(each));
    futures.push_back(std::move(future));
  }
  return futures;
}

Value set_of(const std::vector<FuturePointer>& futures) {
  native::Values objects;
  for (const FuturePointer& each : futures) objects.push_back(object_of(each));
  return native::call(Value(&native::builtin_class("set")),
                      {native::make_list(std::move(objects))});
}

Value wait(const Value& given, const Value& timeout, const Value& return_when) {
  // The objects stay as they are while they are waited for.
  return implemented(
      "wait",
      [given, timeout, return_when] {
        auto futures = futures_to_wait_for(given);
        return asyncio::wait(std::move(futures), limit_from(timeout),
                             condition_from<asyncio::ReturnWhen>(return_when));
      },
      [](const asyncio::WaitResult<asyncio::FutureBase>& result) {
        return native::make_tuple({set_of(result.done), set_of(result.pending)});
      });
}

/// Without a limit it awaits what it is given, in the caller's task.
Value wait_for(const Value& awaitable, const Value& timeout) {
  if (timeout.is_none()) return native::coroutine_awaiting(awaitable);
  return implemented("wait_for", [awaitable, timeout] {
    const TimeLimit limit = limit_from(timeout);
    return asyncio::wait_for(ensured(awaitable, asyncio::Loop::running()), limit);
  });
}

/// The iterator of `as_completed`: it begins with its first step.
class Completions {
 public:
  Completions(Value given, Value timeout)
      : given_(std::move(given)), timeout_(std::move(timeout)) {}

  std::optional<Value> next() {
    if (!completed_) begin();
    if (completed_->left() == 0) return std::nullopt;
    auto next = std::make_shared<asyncio::Coroutine<Value>>(completed_->next());
    return implemented("_wait_for_one", [next] { return std::move(*next); });
  }

 private:
  void begin() {
    refuse_single(given_);
    std::vector<std::shared_ptr<ValueFuture>> futures;
    for (const Value& each :
         native::items_of(native::call(Value(&native::builtin_class("set")), {given_})))
      futures.push_back(ensured(each));
    completed_.emplace(asyncio::as_completed(futures, limit_from(timeout_)));
  }

  const Value given_;
  const Value timeout_;
  std::optional<asyncio::AsCompleted<ValueFuture>> completed_;
};

std::shared_ptr<asyncio::Timeout> timeout(const Value& delay) {
  return std::shared_ptr<asyncio::Timeout>(
      new asyncio::Timeout(asyncio::timeout(limit_from(delay))));
}

Value when_of(const asyncio::Timeout& timeout) {
  return timeout.when() ? Value(timeout.when()->count()) : Value();
}

std::shared_ptr<asyncio::Timeout> timeout_at(const Value& when) {
  return std::make_shared<asyncio::Timeout>(limit_from(when));
}

Value enter_timeout(const Value& self, native::Call& call) {
  call.match({});
  return immediate("__aenter__", [self] {
    native::from_value<asyncio::Timeout>(self).enter();
    return self;
  });
}

Value leave_timeout(const Value& self, native::Call& call) {
  const Value error = call.match({arg("exc_type"), arg("exc_val"), arg("exc_tb")})[1];
  return immediate("__aexit__", [self, error] {
    native::from_value<asyncio::Timeout>(self).leave(error.is_none() ? nullptr : carried(error));
    return Value();
  });
}

void bind_timeouts(native::Registry& registry) {
  using asyncio::Timeout;
  registry.type<Timeout>("asyncio.Timeout")
      .constructor_from(timeout_at, arg("when"))
      .method("when", [](Timeout& self) { return when_of(self); })
      .method("reschedule",
              [](Timeout& self, const Value& when) { self.reschedule(limit_from(when)); })
      .method("expired", &Timeout::expired)
      .method("__aenter__", enter_timeout)
      .method("__aexit__", leave_timeout);
  registry.function("asyncio.timeout", timeout, arg("delay"))
      .function("asyncio.timeout_at", timeout_at, arg("when"));
}

}  // namespace

void bind_waiting_for(native::Registry& registry) {
  registry.type<Completions>("asyncio.Completions").iterator(&Completions::next);
  registry
      .function(
          "asyncio.as_completed",
          [](const Value& futures, const Value& timeout) {
            return std::make_shared<Completions>(futures, timeout);
          },
          arg("fs"), keyword_arg("timeout", Value()))
      .function("asyncio.wait", wait, arg("fs"), keyword_arg("timeout", Value()),
                keyword_arg("return_when", native::make_str("ALL_COMPLETED")))
      .function("asyncio.wait_for", wait_for, arg("fut"), arg("timeout"));
  for (const auto& [name, condition] : return_conditions<asyncio::ReturnWhen>)
    registry.value("asyncio." + std::string(name), native::make_str(name));
  bind_timeouts(registry);
  registry.claims({"asyncio.wait", "asyncio.wait_for", "asyncio.as_completed", "asyncio.timeout"});
}

}  // namespace touchstone::reference
