#include "conformance/subjects/reference/threads.h"

#include <mutex>
#include <unordered_map>

#include "conformance/native/convert.h"
#include "conformance/native/runtime/collections.h"

namespace touchstone::reference {
namespace {

/// Of threads that the scenario did not make: the main one, those of pools, bare ones.
class OtherThreads {
 public:
  Value object_of(const threading::ThreadPointer& thread) {
    const std::scoped_lock lock(mutex_);
    Value& object = objects_[thread.get()];
    if (object.is_none())
      object = native::wrap_payload(thread, native::type_tag<threading::Thread>());
    return object;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<const threading::Thread*, Value> objects_;
};

}  // namespace

Value ScenarioThread::object() const {
  const std::scoped_lock lock(lock_);
  return object_;
}

void ScenarioThread::set_object(Value object) {
  const std::scoped_lock lock(lock_);
  std::swap(object_, object);
}

void ScenarioThread::start(const Value& object) {
  if (started_.exchange(true)) return thread()->start();  // which refuses
  ticket_ = std::make_shared<native::ThreadTicket>(native::current_run());
  set_object(object);
  try {
    thread()->start();
  } catch (...) {
    set_object({});
    ticket_.reset();
    started_ = false;
    throw;
  }
}

void ScenarioThread::act() {
  const auto ticket = std::exchange(ticket_, nullptr);
  const threading::ThreadPointer self = thread();
  ticket->take_part(self->name(), [this, self] { set_object({}); });
  for_implementation([this] { native::call(native::get_attribute(object(), "run")); });
}

Value object_of(const threading::ThreadPointer& thread) {
  if (const auto* own = dynamic_cast<const ScenarioThread*>(thread.get())) return own->object();
  return native::current_run().state<OtherThreads>().object_of(thread);
}

native::Arguments arguments_from(const Value& positional, const Value& keywords) {
  native::Arguments arguments(native::items_of(positional));
  if (keywords.is_none()) return arguments;
  for (const auto& entry :
       native::from_value<native::Ref<native::Dict>>(keywords)->table().snapshot()) {
    arguments.keywords.emplace_back(native::from_value<std::string>(entry.key), entry.value);
  }
  return arguments;
}

std::function<void()> calling(Value function, Value positional, Value keywords) {
  return [function = std::move(function), positional = std::move(positional),
          keywords = std::move(keywords)] {
    for_implementation([&] { native::call(function, arguments_from(positional, keywords)); });
  };
}

}  // namespace touchstone::reference
