#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/asyncio/loops.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "impl/asyncio/async_generator.h"
#include "impl/asyncio/executor.h"
#include "impl/asyncio/run.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;

struct CallbackHandle {
  asyncio::HandlePointer handle;
};
struct TimerHandle : CallbackHandle {
  asyncio::Seconds when;
};

asyncio::Seconds seconds(const Value& value) {
  return asyncio::Seconds(native::double_from(value));
}

Value create_task(LoopHandle& self, const Value& coroutine, const Value& name) {
  return object_of(start_task(
      self.loop, coroutine, name.is_none() ? "" : native::utf8_from_points(native::str_of(name))));
}

CallbackHandle call_soon(LoopHandle& self, Call& call) {
  return {self.loop->call_soon(callback_from(call, 0))};
}
CallbackHandle call_soon_threadsafe(LoopHandle& self, Call& call) {
  return {self.loop->call_soon_threadsafe(callback_from(call, 0))};
}
TimerHandle timer_at(LoopHandle& self, asyncio::Seconds when, Call& call) {
  return {{self.loop->call_at(when, callback_from(call, 1))}, when};
}
TimerHandle call_later(LoopHandle& self, Call& call) {
  return timer_at(self, self.loop->time() + seconds(call[0]), call);
}
TimerHandle call_at(LoopHandle& self, Call& call) { return timer_at(self, seconds(call[0]), call); }

/// A number, or an object with a `fileno`.
int descriptor_from(const Value& file) {
  if (native::is_int(file)) return native::from_value<int>(file);
  return native::from_value<int>(native::call(native::get_attribute(file, "fileno")));
}
void add_reader(LoopHandle& self, Call& call) {
  self.loop->add_reader(descriptor_from(call[0]), callback_from(call, 1));
}
void add_writer(LoopHandle& self, Call& call) {
  self.loop->add_writer(descriptor_from(call[0]), callback_from(call, 1));
}

Value run_until_complete(LoopHandle& self, const Value& awaitable) {
  self.loop->require_runnable();
  const TimeOfLoop time;
  const auto future = ensured(awaitable, self.loop);
  asyncio::run_until_done(self.loop, *future);
  return result_of(*future);
}

void run_forever(LoopHandle& self) {
  const TimeOfLoop time;
  self.loop->run_forever();
}

/// The dictionary that an exception handler of the scenario gets.
Value context_of(const asyncio::ErrorContext& context) {
  const auto entries = native::make<native::Dict>();
  const auto set = [&](const char* key, Value value) {
    native::set_key(*entries, native::make_str(key), std::move(value));
  };
  set("message", native::make_str(context.message));
  if (context.exception) set("exception", exception_of(context.exception));
  // A future that is going has no object any more.
  if (const auto future = context.future ? context.future->weak_from_this().lock() : nullptr)
    set(dynamic_cast<ScenarioTask*>(future.get()) ? "task" : "future", object_of(future));
  return entries;
}

void set_exception_handler(LoopHandle& self, const Value& handler) {
  if (handler.is_none()) return self.loop->set_exception_handler(nullptr);
  if (!native::is_callable(handler))
    throw native::type_error("A callable object or None is expected, got " +
                             native::utf8_from_points(native::repr_of(handler)));
  self.loop->set_exception_handler(
      [handler](asyncio::Loop& loop, const asyncio::ErrorContext& context) {
        for_implementation([&] {
          return native::call(handler, {object_of(loop.shared_from_this()), context_of(context)});
        });
      });
}

/// Of a dictionary it passes on what `context_of` makes of it again.
void call_exception_handler(LoopHandle& self, const Value& context) {
  const auto given = [&](const char* name) {
    const Value key = native::make_str(name);
    return native::contains(context, key) ? native::get_item(context, key) : Value();
  };
  const Value message = given("message");
  const Value exception = given("exception");
  const FuturePointer task = future_from(given("task"));
  const FuturePointer future = task ? task : future_from(given("future"));
  self.loop->call_exception_handler(
      {.message = message.is_none() ? "Unhandled exception in event loop"
                                    : native::utf8_from_points(native::str_of(message)),
       .exception = exception.is_none() ? nullptr : carried(exception),
       .future = future.get()});
}

void bind_handles(native::Registry& registry) {
  registry.type<CallbackHandle>("asyncio.Handle")
      .method("cancel", [](CallbackHandle& self) { self.handle->cancel(); })
      .method("cancelled", [](CallbackHandle& self) { return self.handle->cancelled(); });
  registry.type<TimerHandle, CallbackHandle>("asyncio.TimerHandle", "asyncio.Handle")
      .method("when", [](TimerHandle& self) { return self.when.count(); });
}

void bind_loop_type(native::Registry& registry) {
  registry.type<LoopHandle>("asyncio.AbstractEventLoop")
      .method("time", [](LoopHandle& self) { return self.loop->time().count(); })
      .method("create_future",
              [](LoopHandle& self) { return object_of(std::make_shared<ValueFuture>(self.loop)); })
      .method("get_task_factory", [](LoopHandle&) { return Value(); })
      .method("create_task", create_task, arg("coro"), native::keyword_arg("name", Value()))
      .method("call_soon", call_soon)
      .method("call_soon_threadsafe", call_soon_threadsafe)
      .method("call_later", call_later)
      .method("call_at", call_at)
      .method("run_until_complete", run_until_complete, arg("future"))
      .method("run_forever", run_forever)
      .method("stop", [](LoopHandle& self) { self.loop->stop(); })
      .method("close", [](LoopHandle& self) { self.loop->close(); })
      .method("is_closed", [](LoopHandle& self) { return self.loop->is_closed(); })
      .method("is_running", [](LoopHandle& self) { return self.loop->is_running(); })
      .method("set_exception_handler", set_exception_handler, arg("handler"))
      .method("call_exception_handler", call_exception_handler, arg("context"))
      .method("add_reader", add_reader)
      .method("add_writer", add_writer)
      .method("remove_reader",
              [](LoopHandle& self, const Value& file) {
                return self.loop->remove_reader(descriptor_from(file));
              })
      .method("remove_writer",
              [](LoopHandle& self, const Value& file) {
                return self.loop->remove_writer(descriptor_from(file));
              })
      .method("shutdown_asyncgens",
              [](LoopHandle& self) {
                return implemented("shutdown_asyncgens", [loop = self.loop] {
                  return asyncio::shutdown_asyncgens(loop);
                });
              })
      .method("shutdown_default_executor", [](LoopHandle& self) {
        return implemented("shutdown_default_executor",
                           [loop = self.loop] { return asyncio::shutdown_default_executor(loop); });
      });
}

}  // namespace

void bind_loops(native::Registry& registry) {
  bind_handles(registry);
  bind_loop_type(registry);
  registry.function("asyncio.get_running_loop", [] { return object_of(asyncio::Loop::running()); })
      .function("asyncio.get_event_loop", [] { return object_of(current_loop()); })
      .function("asyncio.new_event_loop", [] { return object_of(new_loop()); })
      .function(
          "asyncio.set_event_loop",
          [](const Value& loop) {
            set_loop(loop.is_none() ? nullptr : native::from_value<LoopHandle>(loop).loop);
          },
          arg("loop"));
  registry.claims({"asyncio.loop", "asyncio.loop.readers"});
}

}  // namespace touchstone::reference
