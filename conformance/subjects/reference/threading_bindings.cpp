#include <unistd.h>

#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/threads.h"
#include "impl/threading/system_thread.h"
#include "impl/threading/timer.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;
using native::keyword_arg;
using threading::Thread;
using threading::ThreadPointer;
using threading::Timer;

std::string text_of(const Value& value) { return native::utf8_from_points(native::str_of(value)); }

std::string name_of_target(const Value& target) {
  const auto name = native::find_attribute(target, "__name__");
  return name ? text_of(*name) : "";
}

ThreadPointer make_thread(const Value& group, const Value& target, const Value& name,
                          const Value& args, const Value& kwargs, const Value& daemon) {
  if (!group.is_none())
    throw native::python_error("AssertionError", "group argument must be None for now");
  threading::ThreadOptions options;
  std::function<void()> function;
  if (!target.is_none()) {
    options.target_name = name_of_target(target);
    function = calling(target, args, kwargs);
  }
  if (native::truth(name)) options.name = text_of(name);
  if (!daemon.is_none()) options.daemon = native::truth(daemon);
  return std::make_shared<ThreadOf<Thread>>(std::move(function), options);
}

std::shared_ptr<Timer> make_timer(threading::Seconds interval, const Value& function,
                                  const Value& args, const Value& kwargs) {
  return std::make_shared<ThreadOf<Timer>>(
      interval, calling(function, args.is_none() ? native::make_tuple({}) : args, kwargs));
}

Value start(Value& self, Call& call) {
  call.expect(0);
  Thread& thread = native::from_value<Thread>(self);
  auto* own = dynamic_cast<ScenarioThread*>(&thread);
  own == nullptr ? thread.start() : own->start(self);
  return {};
}

std::string described(Value& self, Call& call) {
  call.expect(0);
  const Thread& thread = native::from_value<Thread>(self);
  const char* state = thread.is_alive() ? "started" : thread.ident() ? "stopped" : "initial";
  return "<" + native::type_name(self) + "(" + thread.name() + ", " + state +
         (thread.daemon() ? " daemon" : "") +
         (thread.ident() ? " " + std::to_string(*thread.ident()) : "") + ")>";
}

void set_name(Thread& thread, const Value& name) { thread.set_name(text_of(name)); }
void set_daemon(Thread& thread, bool daemon) { thread.set_daemon(daemon); }

void bind_thread(native::Registry& registry) {
  registry.type<Thread>("threading.Thread")
      .constructor_from(make_thread, arg("group", Value()), arg("target", Value()),
                        arg("name", Value()), arg("args", native::make_tuple({})),
                        arg("kwargs", Value()), keyword_arg("daemon", Value()))
      .method("start", start)
      .method("run", [](Thread& thread) { thread.Thread::run(); })
      .method("join", &Thread::join, arg("timeout", Value()))
      .method("is_alive", &Thread::is_alive)
      .property("name", &Thread::name, set_name)
      .property("daemon", &Thread::daemon, set_daemon)
      .property("ident", &Thread::ident)
      .property("native_id", &Thread::native_id)
      .method("getName", &Thread::name)
      .method("setName", set_name)
      .method("isDaemon", &Thread::daemon)
      .method("setDaemon", set_daemon)
      .method("__repr__", described);
  native::type_tag<Timer>().base = &native::type_tag<Thread>();
  native::type_tag<Timer>().to_base = [](void* timer) -> void* {
    return static_cast<Thread*>(static_cast<Timer*>(timer));
  };
  registry.type<Timer>("threading.Timer", "threading.Thread")
      .constructor_from(make_timer, arg("interval"), arg("function"), arg("args", Value()),
                        arg("kwargs", Value()))
      .method("run", [](Timer& timer) { timer.Timer::run(); })
      .method("cancel", &Timer::cancel);
}

/// Threads that end meanwhile have no object any more.
Value enumerate() {
  native::Values threads;
  for (const ThreadPointer& each : threading::enumerate()) {
    Value object = object_of(each);
    if (!object.is_none()) threads.push_back(std::move(object));
  }
  return native::make_list(std::move(threads));
}

std::size_t stack_size(Call& call) {
  call.expect(0, 1);
  return call.size() == 0 ? threading::stack_size()
                          : threading::stack_size(native::int64_from(call[0]));
}

Value exit_thread() { throw native::PythonError(native::make_exception("SystemExit", {})); }

/// A bare thread's object goes by nobody's name.
std::uint64_t start_new_thread(Call& call) {
  call.expect(2, 3);
  const Value& function = call[0];
  if (!native::is_callable(function)) throw native::type_error("first arg must be callable");
  if (native::as<native::Tuple>(call[1]) == nullptr)
    throw native::type_error("2nd arg must be a tuple");
  const Value keywords = call.size() == 3 ? call[2] : Value();
  if (call.size() == 3 && native::as<native::Dict>(keywords) == nullptr)
    throw native::type_error("optional 3rd arg must be a dictionary");
  const auto ticket = std::make_shared<native::ThreadTicket>(native::current_run());
  return threading::start_new_thread([ticket, job = calling(function, call[1], keywords)] {
    ticket->take_part("");
    job();
  });
}

void bind_functions_of_both(native::Registry& registry, const std::string& module) {
  registry.function(module + "get_ident", threading::get_ident);
  registry.function(module + "get_native_id", [] { return static_cast<std::int64_t>(gettid()); });
  registry.function(module + "stack_size", stack_size);
  registry.value(module + "TIMEOUT_MAX", threading::timeout_max.count());
}

}  // namespace

void bind_threads(native::Registry& registry) {
  bind_thread(registry);
  const auto current = [] { return object_of(threading::current_thread()); };
  registry.function("threading.current_thread", current)
      .function("threading.currentThread", current);
  registry.function("threading.main_thread", [] { return object_of(threading::main_thread()); });
  registry.function("threading.enumerate", enumerate);
  registry.function("threading.active_count", threading::active_count)
      .function("threading.activeCount", threading::active_count);
  registry.value("threading.ThreadError", Value(&registry.find_class("RuntimeError")));
  bind_functions_of_both(registry, "threading.");
  registry.end_of_program = threading::shutdown;
  registry.claims({"threading.thread", "threading.daemon", "threading.stack_size"});
}

void bind_low_level_threads(native::Registry& registry) {
  registry.function("_thread.start_new_thread", start_new_thread)
      .function("_thread.start_new", start_new_thread);
  registry.function("_thread.exit", exit_thread).function("_thread.exit_thread", exit_thread);
  registry.value("_thread.error", Value(&registry.find_class("RuntimeError")));
  bind_functions_of_both(registry, "_thread.");
  registry.claims({"threading.lowlevel"});
}

void bind_threading(native::Registry& registry) {
  bind_locks(registry);
  bind_conditions(registry);
  bind_synchronisation(registry);
  bind_local(registry);
  bind_threads(registry);
  bind_low_level_threads(registry);
  bind_thread_errors(registry);
}

}  // namespace touchstone::reference
