#include "conformance/subjects/reference/asyncio_types.h"
#include "conformance/subjects/reference/futures.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::arg;

ValueFuture& settable(FutureHandle& handle) {
  auto* future = dynamic_cast<ValueFuture*>(handle.future.get());
  if (future == nullptr || dynamic_cast<ValueTask*>(future) != nullptr)
    throw native::runtime_error("Task does not support set_result or set_exception");
  return *future;
}

std::string message_of(const Value& message) {
  return message.is_none() ? "" : native::utf8_from_points(native::str_of(message));
}

void set_exception(FutureHandle& handle, const Value& error) {
  const Value exception = native::exception_from(error);
  if (native::is_exception(exception, "StopIteration"))
    throw native::type_error(
        "StopIteration interacts badly with generators and cannot be raised into a Future");
  settable(handle).set_exception(carried(exception));
}

Value exception(FutureHandle& handle) {
  const std::exception_ptr error = handle.future->exception();
  return error ? exception_of(error) : Value();
}

/// Callbacks of the scenario run in no task.
void add_done_callback(FutureHandle& handle, const Value& callback, const Value&) {
  handle.future->add_done_callback([callback](const FuturePointer& future) {
    for_implementation([&] { return native::call(callback, {object_of(future)}); });
  });
}

std::shared_ptr<FutureHandle> make_future(const Value& loop) {
  const auto home =
      loop.is_none() ? asyncio::Loop::running() : native::from_value<LoopHandle>(loop).loop;
  return std::make_shared<FutureHandle>(std::make_shared<ValueFuture>(home));
}

asyncio::TaskBase& task_of(TaskHandle& handle) {
  return dynamic_cast<asyncio::TaskBase&>(*handle.future);
}

Value name_of(TaskHandle& handle) {
  const auto identity = identity_of(*handle.future);
  return identity ? native::make_str(identity->name) : Value();
}

void set_name(TaskHandle& handle, const Value& name) {
  if (const auto identity = identity_of(*handle.future))
    identity->name = native::utf8_from_points(native::str_of(name));
}

}  // namespace

void bind_futures(native::Registry& registry) {
  registry.type<FutureHandle>("asyncio.Future")
      .constructor_from(make_future, native::keyword_arg("loop", Value()))
      .method("done", [](FutureHandle& handle) { return handle.future->done(); })
      .method("cancelled", [](FutureHandle& handle) { return handle.future->cancelled(); })
      .method(
          "cancel",
          [](FutureHandle& handle, const Value& message) {
            return handle.future->cancel(message_of(message));
          },
          arg("msg", Value()))
      .method("result", [](FutureHandle& handle) { return result_of(*handle.future); })
      .method("exception", exception)
      .method("set_result", [](FutureHandle& handle,
                               const Value& result) { settable(handle).set_result(result); })
      .method("set_exception", set_exception)
      .method("add_done_callback", add_done_callback, native::Parameter{},
              native::keyword_arg("context", Value()))
      .method("get_loop", [](FutureHandle& handle) { return object_of(handle.future->loop()); })
      .method("__await__", [](FutureHandle& handle) { return await_future(handle.future); })
      .method("__iter__", [](FutureHandle& handle) { return await_future(handle.future); });
  native::type_tag<TaskHandle>().base = &native::type_tag<FutureHandle>();
  native::type_tag<TaskHandle>().to_base = [](void* task) -> void* {
    return static_cast<FutureHandle*>(static_cast<TaskHandle*>(task));
  };
  registry.type<TaskHandle>("asyncio.Task", "asyncio.Future")
      .method("get_name", name_of)
      .method("set_name", set_name)
      .method("cancelling", [](TaskHandle& handle) { return task_of(handle).cancelling(); })
      .method("uncancel", [](TaskHandle& handle) { return task_of(handle).uncancel(); });
}

}  // namespace touchstone::reference
