#include "conformance/native/kit/gates.h"
#include "conformance/native/kit/host.h"
#include "conformance/native/kit/telling.h"
#include "conformance/subjects/reference/asyncio_types.h"
#include "conformance/subjects/reference/futures.h"
#include "conformance/subjects/reference/machine.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;
using native::keyword_arg;

bool is_coroutine(const Value& value) {
  const auto* generator = native::as<native::Generator>(value);
  return generator != nullptr && generator->flavour() == native::Flavour::Coroutine;
}

/// Nothing can ever happen again on the virtual clock.
void tell_stuck() {
  native::current_run().set_stuck();
  native::tell(native::event_here(EventKind::stuck));
}

/// While it lives, events of this thread carry the time of the loop that runs on it by the virtual
/// clock.
class VirtualTime {
 public:
  VirtualTime() : before_(native::thread_state().virtual_time) {
    if (!native::current_run().virtual_clock()) return;
    native::thread_state().virtual_time = [] {
      const auto loop = asyncio::Loop::current();
      return loop ? loop->time().count() : 0.0;
    };
  }
  VirtualTime(const VirtualTime&) = delete;
  VirtualTime& operator=(const VirtualTime&) = delete;
  ~VirtualTime() { native::thread_state().virtual_time = std::move(before_); }

 private:
  std::function<double()> before_;
};

Value run(const Value& main, const Value&) {
  if (!is_coroutine(main))
    throw native::value_error("a coroutine was expected, got " +
                              native::utf8_from_points(native::repr_of(main)));
  if (asyncio::Loop::current())
    throw native::runtime_error("asyncio.run() cannot be called from a running event loop");
  const VirtualTime virtual_time;
  auto clock =
      native::current_run().virtual_clock() ? asyncio::virtual_clock() : asyncio::real_clock();
  return asyncio::run(main_coroutine(main, [] { asyncio::Loop::running()->on_stuck(tell_stuck); }),
                      std::move(clock));
}

Value create_task(const Value& coroutine, const Value& name, const Value&) {
  return object_of(
      start_task(coroutine, name.is_none() ? "" : native::utf8_from_points(native::str_of(name))));
}

/// A future for any awaitable that gather and ensure_future take.
std::shared_ptr<ValueFuture> ensured(const Value& awaitable) {
  if (is_coroutine(awaitable)) return start_task(awaitable, "");
  if (const FuturePointer future = future_from(awaitable)) {
    if (auto plain = std::dynamic_pointer_cast<ValueFuture>(future)) return plain;
    throw native::type_error("a future whose result is not the scenario's cannot be gathered");
  }
  if (native::as<native::Generator>(awaitable) == nullptr &&
      !native::find_special(awaitable, "__await__")) {
    throw native::type_error("An asyncio.Future, a coroutine or an awaitable is required");
  }
  return start_task(native::coroutine_awaiting(awaitable), "");
}

Value gather(Call& call) {
  const bool with_errors = native::truth(call.take_keyword("return_exceptions", false));
  call.expect_no_keywords();
  const auto loop = asyncio::Loop::running();
  std::map<native::Object*, std::shared_ptr<ValueFuture>> known;
  asyncio::FutureList<Value> futures;
  for (const Value& each : call.arguments().positional) {
    auto& future = known[each.object()];
    if (!future) future = ensured(each);
    futures.push_back(future);
  }
  if (with_errors) return object_of(asyncio::gather_outcomes(loop, std::move(futures)));
  return object_of(asyncio::gather(loop, std::move(futures)));
}

Value current_task() {
  asyncio::TaskBase* task = asyncio::Loop::running()->current_task();
  return task == nullptr || native::thread_state().task_serial == 0
             ? Value()
             : object_of(task->future().shared_from_this());
}

Value all_tasks() {
  const native::Ref<native::Set> tasks = native::make<native::Set>(false);
  for (const auto& task : asyncio::Loop::running()->all_tasks()) {
    if (task->done() || !identity_of(task->future())) continue;
    const Value object = object_of(task->future().shared_from_this());
    tasks->table().set(object, native::hash_of(object), {});
  }
  return tasks;
}

/// `await gate_async(name)`: a thread of its own waits at the gate, the task for that thread.
class GateBody : public native::Body {
 public:
  explicit GateBody(std::string name) : name_(std::move(name)) {}
  native::Suspension resume(native::Resumption resumption) override {
    if (resumption.kind == native::Resumption::Kind::Throw)
      return native::Suspension::raised(std::move(resumption.value));
    if (!opened_) return native::Suspension::awaiting(object_of(wait()));
    native::leave_gate(name_);
    return native::Suspension::returned({});
  }

 private:
  FuturePointer wait() {
    native::reach_gate(name_);
    const auto loop = asyncio::Loop::running();
    opened_ = std::make_shared<ValueFuture>(loop);
    native::Host& host = native::current_run().host();
    native::current_run().keep(std::thread([loop, &host, name = name_, opened = opened_] {
      host.wait_gate(name);
      loop->call_soon_threadsafe([opened] {
        if (!opened->done()) opened->set_result({});
      });
    }));
    return opened_;
  }

  std::string name_;
  std::shared_ptr<ValueFuture> opened_;
};

Value gate_async(const std::string& name) {
  return native::create_resumable(native::make<native::Generator>(
      native::Flavour::Coroutine, "gate_async", std::make_unique<GateBody>(name)));
}

}  // namespace

void bind_asyncio(native::Registry& registry) {
  registry.error_class("asyncio.CancelledError", "BaseException")
      .error_class("asyncio.InvalidStateError", "Exception");
  registry.value("asyncio.TimeoutError", native::builtin_names().at("TimeoutError"));
  bind_futures(registry);
  bind_loops(registry);
  registry.function("asyncio.run", run, arg("main"), keyword_arg("debug", Value()));
  registry.function(
      "asyncio.sleep",
      [](const Value& delay, const Value& result) {
        return native::create_resumable(
            native::as<native::Generator>(sleeping(native::double_from(delay), result)));
      },
      arg("delay"), arg("result", Value()));
  registry.function("asyncio.create_task", create_task, arg("coro"), keyword_arg("name", Value()),
                    keyword_arg("context", Value()));
  registry.function("asyncio.ensure_future",
                    [](const Value& awaitable) { return object_of(ensured(awaitable)); });
  registry.function("asyncio.gather", gather);
  registry.function("gate_async", gate_async);
  registry.function("asyncio.current_task", current_task);
  registry.function("asyncio.all_tasks", all_tasks);
  registry.function("asyncio.iscoroutine", is_coroutine);
  registry.function("asyncio.isfuture",
                    [](const Value& value) { return future_from(value) != nullptr; });
  registry.value("asyncio.iscoroutinefunction", registry.at("inspect.iscoroutinefunction"));
  registry.claims({"asyncio.run", "asyncio.sleep", "asyncio.create_task", "asyncio.future",
                   "asyncio.gather", "clock.virtual"});
}

}  // namespace touchstone::reference
