#include "conformance/subjects/reference/asyncio/tasks.h"

#include "conformance/native/interpreter/activation.h"
#include "conformance/native/kit/telling.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/asyncio/loops.h"
#include "conformance/subjects/reference/awaitable.h"
#include "conformance/subjects/reference/machine.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::Suspension;

/// The task that runs in this thread; null where a coroutine is closed outside of any.
const asyncio::TaskBase* running_task() {
  const LoopPointer loop = asyncio::Loop::current();
  return loop ? loop->current_task() : nullptr;
}

/// While it lives the calling thread acts as the task.
class ActingAs {
 public:
  ActingAs(const asyncio::TaskBase* task, std::uint64_t serial)
      : serial_(std::exchange(native::thread_state().task_serial, task ? serial : 0)),
        name_(std::exchange(native::thread_state().task_name, task ? task->name() : "")) {}
  ActingAs(const ActingAs&) = delete;
  ActingAs& operator=(const ActingAs&) = delete;
  ~ActingAs() {
    native::thread_state().task_serial = serial_;
    native::thread_state().task_name = std::move(name_);
  }

 private:
  std::uint64_t serial_;
  std::string name_;
};

/// The scenario's coroutine: what it awaits has to be a future, or nothing for one turn of the
/// loop.
class TaskBody final : public asyncio::Coroutine<Value>::Body {
 public:
  TaskBody(native::Generator* coroutine, std::uint64_t serial)
      : coroutine_(coroutine), serial_(serial) {}

  Step resume(generators::Input<generators::Nothing> input) noexcept override try {
    const ActingAs acting(running_task(), serial_);
    Machine& machine = Machine::of(*coroutine_);
    const auto* error = std::get_if<1>(&input);
    Suspension suspension =
        error == nullptr ? machine.send({}) : machine.throw_error(exception_of(*error));
    while (!suspension.is_over()) {
      if (suspension.value.is_none()) return generators::Yielded<FuturePointer>{nullptr};
      if (FuturePointer future = future_from(suspension.value))
        return generators::Yielded<FuturePointer>{std::move(future)};
      const std::string text = native::utf8_from_points(native::repr_of(suspension.value));
      suspension =
          machine.throw_error(native::runtime_error("Task got bad yield: " + text).exception());
    }
    if (suspension.kind == Suspension::Kind::Raised)
      return generators::Raised{carried(std::move(suspension.value))};
    return generators::Returned<Value>{std::move(suspension.value)};
  } catch (...) {
    return generators::Raised{std::current_exception()};
  }

 private:
  const native::Ref<native::Generator> coroutine_;
  const std::uint64_t serial_;
};

}  // namespace

bool is_coroutine(const Value& value) {
  const auto* generator = native::as<native::Generator>(value);
  return generator != nullptr && generator->flavour() == native::Flavour::Coroutine;
}

asyncio::Coroutine<Value> code_of(const Value& coroutine) {
  return asyncio::Coroutine<Value>(std::make_unique<TaskBody>(
      native::as<native::Generator>(coroutine), native::current_run().next_task_serial()));
}

std::shared_ptr<ScenarioTask> start_task(const LoopPointer& loop, const Value& coroutine,
                                         std::string name) {
  if (!is_coroutine(coroutine))
    throw native::type_error("a coroutine was expected, got " +
                             native::utf8_from_points(native::repr_of(coroutine)));
  return ScenarioTask::make<ScenarioTask>(loop, code_of(coroutine), std::move(name), coroutine);
}

std::shared_ptr<ValueFuture> ensured(const Value& awaitable, const LoopPointer& loop) {
  if (const FuturePointer future = future_from(awaitable)) {
    if (loop && future->loop() != loop)
      throw native::value_error(
          "The future belongs to a different loop than the one specified as the loop argument");
    return value_future(future);
  }
  const LoopPointer& home = loop ? loop : current_loop();
  if (is_coroutine(awaitable)) return start_task(home, awaitable);
  if (!is_awaitable(awaitable))
    throw native::type_error("An asyncio.Future, a coroutine or an awaitable is required");
  return start_task(home, native::coroutine_awaiting(awaitable));
}

}  // namespace touchstone::reference
