#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/asyncio/loops.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "conformance/subjects/reference/registry.h"
#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::keyword_arg;

Value run(const Value& main, const Value&) {
  if (asyncio::Loop::current())
    throw native::runtime_error("asyncio.run() cannot be called from a running event loop");
  if (!is_coroutine(main))
    throw native::value_error("a coroutine was expected, got " +
                              native::utf8_from_points(native::repr_of(main)));
  const TimeOfLoop time;
  const struct NoLoopAfterwards {
    ~NoLoopAfterwards() { set_loop(nullptr); }
  } afterwards;
  const auto task = asyncio::run_task(clock_of_run(), [&](const LoopPointer& loop) {
    adopt_loop(loop);
    return start_task(loop, main);
  });
  return result_of(*task);
}

Value sleep(const Value& delay, const Value& result) {
  return implemented(
      "sleep",
      [delay] {
        return asyncio::Coroutine<>(asyncio::sleep(asyncio::Seconds(native::double_from(delay))));
      },
      [result](asyncio::Nothing) { return result; });
}

Value create_task(const Value& coroutine, const Value& name) {
  return object_of(
      start_task(asyncio::Loop::running(), coroutine,
                 name.is_none() ? "" : native::utf8_from_points(native::str_of(name))));
}

LoopPointer loop_or_running(const Value& loop) {
  return loop.is_none() ? asyncio::Loop::running() : native::from_value<LoopHandle>(loop).loop;
}

Value current_task(const Value& loop) {
  auto* task = dynamic_cast<ScenarioTask*>(loop_or_running(loop)->current_task());
  return task == nullptr ? Value() : object_of(task->shared_from_this());
}

Value all_tasks(const Value& loop) {
  const native::Ref<native::Set> tasks = native::make<native::Set>(false);
  for (const auto& task : loop_or_running(loop)->all_tasks()) {
    if (dynamic_cast<ScenarioTask*>(task.get()) == nullptr) continue;
    const Value object = object_of(task->future().shared_from_this());
    tasks->table().set(object, native::hash_of(object), {});
  }
  return tasks;
}

}  // namespace

void bind_asyncio(native::Registry& registry) {
  registry.error_class("asyncio.CancelledError", "BaseException")
      .error_class("asyncio.InvalidStateError", "Exception");
  registry.value("asyncio.TimeoutError", native::builtin_names().at("TimeoutError"));
  bind_futures(registry);
  bind_loops(registry);
  bind_gathering(registry);
  bind_waiting_for(registry);
  bind_task_primitives(registry);
  bind_task_queues(registry);
  bind_loop_executors(registry);
  bind_streams(registry);
  bind_protocols(registry);
  bind_contexts(registry);
  bind_gate_async(registry);
  registry.function("asyncio.run", run, arg("main"), keyword_arg("debug", Value()))
      .function("asyncio.sleep", sleep, arg("delay"), arg("result", Value()))
      .function("asyncio.create_task", create_task, arg("coro"), keyword_arg("name", Value()))
      .function("asyncio.current_task", current_task, arg("loop", Value()))
      .function("asyncio.all_tasks", all_tasks, arg("loop", Value()))
      .function("asyncio.iscoroutine", is_coroutine)
      .function("asyncio.isfuture",
                [](const Value& value) { return future_from(value) != nullptr; });
  registry.value("asyncio.iscoroutinefunction", registry.at("inspect.iscoroutinefunction"));
  registry.claims({"asyncio.run", "asyncio.sleep", "asyncio.create_task", "clock.virtual"});
}

}  // namespace touchstone::reference
