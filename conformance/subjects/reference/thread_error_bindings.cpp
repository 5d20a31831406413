#include "conformance/subjects/reference/threads.h"
#include "impl/errors/unraisable.h"
#include "impl/threading/excepthook.h"

namespace touchstone::reference {
namespace {

using native::arg;

/// What threading.excepthook is called with.
struct HookArguments {
  Value type;
  Value value;
  Value thread;
};

HookArguments arguments_of(const Value& error, const Value& thread) {
  return {Value(native::type_of(error)), error, thread};
}

std::string name_of_class(const Value& error) {
  const native::Class& cls = native::as<native::Exception>(error)->cls();
  const bool plain = cls.module() == "builtins" || cls.module() == "__main__";
  return (plain ? "" : cls.module() + ".") + cls.name();
}

/// The report of an error as Python prints it, without the lines of the program.
std::string report_of(const Value& error) {
  const std::string text = native::utf8_from_points(native::str_of(error));
  return "Traceback (most recent call last):\n" + name_of_class(error) +
         (text.empty() ? "" : ": " + text) + "\n";
}

/// To the scenario's sys.stderr, whatever it has put there.
void write_error(const std::string& text) {
  const Value sys = *native::current_run().registry().find("sys");
  const Value stream = native::get_attribute(sys, "stderr");
  if (stream.is_none()) return;
  native::call(native::get_attribute(stream, "write"), {native::make_str(text)});
  if (const auto flush = native::find_attribute(stream, "flush")) native::call(*flush);
}

void report_uncaught(const HookArguments& told) {
  if (native::is_exception(told.value, "SystemExit")) return;
  std::string name = "<unknown>";
  if (!told.thread.is_none()) name = native::from_value<threading::Thread>(told.thread).name();
  write_error("Exception in thread " + name + ":\n" + report_of(told.value));
}

threading::ExceptHook hook_before;
errors::UnraisableHook unraisable_hook_before;

/// In the thread that ends.
void call_hook(const std::exception_ptr& error, const threading::ThreadPointer& thread) {
  if (native::thread_state().run == nullptr) return hook_before(error, thread);
  const Value threading = *native::current_run().registry().find("threading");
  const Value told = native::to_value(arguments_of(exception_of(error), object_of(thread)));
  try {
    native::call(native::get_attribute(threading, "excepthook"), {told});
  } catch (const native::PythonError& own) {
    write_error("Exception in threading.excepthook:\n" + report_of(own.exception()));
  }
}

void report_unraisable(const std::exception_ptr& error, std::string_view where) {
  if (native::thread_state().run == nullptr) return unraisable_hook_before(error, where);
  try {
    write_error("Exception ignored in: " + std::string(where) + "\n" +
                report_of(exception_of(error)));
  } catch (const native::PythonError&) {
    return;  // there is nobody left to tell
  }
}

std::shared_ptr<HookArguments> make_hook_arguments(const Value& items) {
  const native::Values given = native::items_of(items);
  if (given.size() != 4)
    throw native::type_error("ExceptHookArgs takes a sequence of type, value, traceback, thread");
  return std::make_shared<HookArguments>(HookArguments{given[0], given[1], given[3]});
}

}  // namespace

void bind_thread_errors(native::Registry& registry) {
  static const bool hooks_are_set [[maybe_unused]] = [] {
    hook_before = threading::set_excepthook(call_hook);
    unraisable_hook_before = errors::set_unraisable_hook(report_unraisable);
    return true;
  }();
  registry.type<HookArguments>("threading.ExceptHookArgs")
      .constructor_from(make_hook_arguments, arg(""))
      .property("exc_type", [](HookArguments& told) { return told.type; })
      .property("exc_value", [](HookArguments& told) { return told.value; })
      .property("exc_traceback", [](HookArguments&) { return Value(); })
      .property("thread", [](HookArguments& told) { return told.thread; });
  const auto hook = [](HookArguments& told) { report_uncaught(told); };
  registry.function("threading.excepthook", hook).function("threading.__excepthook__", hook);
  registry.claims({"threading.excepthook"});
}

}  // namespace touchstone::reference
