#include "conformance/native/interpreter/errors.h"
#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/loops.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;
using native::keyword_arg;

ValueFuture& settable(FutureHandle& handle) {
  auto* future = dynamic_cast<ValueFuture*>(handle.future.get());
  if (future == nullptr || dynamic_cast<ScenarioTask*>(future) != nullptr)
    throw native::runtime_error("Task does not support set_result or set_exception operations");
  return *future;
}

void set_exception(FutureHandle& handle, const Value& error) {
  settable(handle).set_exception(carried(native::exception_from(error)));
}

Value exception(FutureHandle& handle) {
  const std::exception_ptr error = handle.future->exception();
  return error ? exception_of(error) : Value();
}

/// Runs in no task.
class DoneCallback final : public asyncio::Runnable {
 public:
  explicit DoneCallback(Value function) : function_(std::move(function)) {}
  void completing(asyncio::FutureBase& future) override { future_ = future.shared_from_this(); }
  void run(asyncio::RunnablePointer&&) override {
    const FuturePointer future = std::exchange(future_, nullptr);
    const asyncio::Context::Scope scope(context_);
    for_implementation([&] { return native::call(function_, {object_of(future)}); });
  }
  const Value& function() const { return function_; }

 private:
  const Value function_;
  FuturePointer future_;
  asyncio::ContextPointer context_ = asyncio::Context::copy_current();
};

void add_done_callback(FutureHandle& handle, Value function) {
  auto callback = std::make_shared<DoneCallback>(std::move(function));
  std::erase_if(handle.callbacks, [](const auto& each) { return each.expired(); });
  handle.callbacks.push_back(callback);
  handle.future->add_waiter(std::move(callback));
}

/// How many were taken away.
std::int64_t remove_done_callback(FutureHandle& handle, const Value& function) {
  return std::erase_if(handle.callbacks, [&](const auto& each) {
    const auto callback = std::static_pointer_cast<DoneCallback>(each.lock());
    return callback && native::equal(callback->function(), function) &&
           handle.future->remove_done_callback(callback);
  });
}

Value initialise(const Value& self, Call& call) {
  const Value loop = call.match({keyword_arg("loop", Value())}).front();
  initialise_future(
      self, std::make_shared<ValueFuture>(
                loop.is_none() ? current_loop() : native::from_value<LoopHandle>(loop).loop));
  return {};
}

ScenarioTask& task_of(TaskHandle& handle) { return dynamic_cast<ScenarioTask&>(*handle.future); }

void set_name(TaskHandle& handle, const Value& name) {
  task_of(handle).set_name(native::utf8_from_points(native::str_of(name)));
}

void bind_tasks(native::Registry& registry) {
  native::type_tag<TaskHandle>().base = &native::type_tag<FutureHandle>();
  native::type_tag<TaskHandle>().to_base = [](void* task) -> void* {
    return static_cast<FutureHandle*>(static_cast<TaskHandle*>(task));
  };
  registry.type<TaskHandle>("asyncio.Task", "asyncio.Future")
      .method("get_name", [](TaskHandle& handle) { return task_of(handle).name(); })
      .method("set_name", set_name)
      .method("get_coro", [](TaskHandle& handle) { return task_of(handle).coroutine(); })
      .method("cancelling", [](TaskHandle& handle) { return task_of(handle).cancelling(); })
      .method("uncancel", [](TaskHandle& handle) { return task_of(handle).uncancel(); });
}

/// For futures and tasks of the library's own classes: one of the scenario may have an __await__ of
/// its own.
void bind_awaiting(native::Registry& registry) {
  const native::Class* const future = &registry.find_class("asyncio.Future");
  const native::Class* const task = &registry.find_class("asyncio.Task");
  registry.language.futures = {
      .is_future =
          [future, task](const Value& value) {
            const auto* instance = native::as<native::Instance>(value);
            const native::Class* cls = instance == nullptr ? nullptr : &instance->cls();
            return (cls == future || cls == task) && handle_of(value) != nullptr;
          },
      .is_done = [](const Value& value) { return handle_of(value)->future->done(); },
      .outcome = [](const Value& value) { return outcome_of(*handle_of(value)->future); }};
}

}  // namespace

void bind_futures(native::Registry& registry) {
  registry.type<FutureHandle>("asyncio.Future")
      .method("__init__", initialise)
      .method("done", [](FutureHandle& handle) { return handle.future->done(); })
      .method("cancelled", [](FutureHandle& handle) { return handle.future->cancelled(); })
      .method(
          "cancel",
          [](FutureHandle& handle, const Value& message) {
            return handle.future->cancel_with(cancellation_with(message));
          },
          arg("msg", Value()))
      .method("result", [](FutureHandle& handle) { return result_of(*handle.future); })
      .method("exception", exception)
      .method("set_result", [](FutureHandle& handle,
                               const Value& result) { settable(handle).set_result(result); })
      .method("set_exception", set_exception)
      .method("add_done_callback", add_done_callback)
      .method("remove_done_callback", remove_done_callback)
      .method("get_loop", [](FutureHandle& handle) { return object_of(handle.future->loop()); })
      .method("__await__", [](FutureHandle& handle) { return await_future(handle.future); })
      .method("__iter__", [](FutureHandle& handle) { return await_future(handle.future); });
  bind_tasks(registry);
  bind_awaiting(registry);
  registry.claims({"asyncio.future", "asyncio.cancelling"});
}

}  // namespace touchstone::reference
