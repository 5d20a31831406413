#include <map>
#include <mutex>

#include "conformance/native/kit/telling.h"
#include "conformance/subjects/reference/futures.h"
#include "conformance/subjects/reference/machine.h"
#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {
namespace {

using native::Suspension;

/// While it lives the calling thread acts as the task.
class ActingAs {
 public:
  explicit ActingAs(const TaskIdentity& identity)
      : serial_(std::exchange(native::thread_state().task_serial, identity.serial)),
        name_(std::exchange(native::thread_state().task_name, identity.name)) {}
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
class CoroutineBody final : public ValueCoroutine::Body {
 public:
  CoroutineBody(native::Ref<native::Generator> coroutine, std::shared_ptr<TaskIdentity> identity,
                std::function<void()> at_start)
      : coroutine_(std::move(coroutine)),
        identity_(std::move(identity)),
        at_start_(std::move(at_start)) {}

  Step resume(generators::Input<generators::Nothing> input) noexcept override try {
    if (const auto at_start = std::exchange(at_start_, nullptr)) at_start();
    const ActingAs acting(*identity_);
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
  native::Ref<native::Generator> coroutine_;
  std::shared_ptr<TaskIdentity> identity_;
  std::function<void()> at_start_;
};

class Identities {
 public:
  void add(const std::shared_ptr<asyncio::FutureBase>& task,
           std::shared_ptr<TaskIdentity> identity) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(identities_, [](const auto& entry) { return entry.second.first.expired(); });
    identities_[task.get()] = {task, std::move(identity)};
  }
  std::shared_ptr<TaskIdentity> find(const asyncio::FutureBase* task) {
    const std::scoped_lock lock(mutex_);
    const auto found = identities_.find(task);
    return found == identities_.end() ? nullptr : found->second.second;
  }

 private:
  std::mutex mutex_;
  std::map<const asyncio::FutureBase*,
           std::pair<std::weak_ptr<asyncio::FutureBase>, std::shared_ptr<TaskIdentity>>>
      identities_;
};

Identities& identities() {
  static auto* const all =
      new Identities;  // never destroyed: tasks may end after static destruction
  return *all;
}

}  // namespace

namespace {

ValueCoroutine coroutine_from(const Value& coroutine, std::shared_ptr<TaskIdentity> identity,
                              std::function<void()> at_start) {
  auto* generator = native::as<native::Generator>(coroutine);
  const bool fits = generator != nullptr && generator->flavour() != native::Flavour::Generator &&
                    generator->flavour() != native::Flavour::AsyncGenerator;
  if (!fits)
    throw native::type_error("a coroutine was expected, got " +
                             native::utf8_from_points(native::repr_of(coroutine)));
  return ValueCoroutine(
      std::make_unique<CoroutineBody>(generator, std::move(identity), std::move(at_start)));
}

std::shared_ptr<TaskIdentity> new_identity(std::string name) {
  auto identity = std::make_shared<TaskIdentity>();
  identity->serial = native::current_run().next_task_serial();
  identity->name = name.empty() ? "Task-" + std::to_string(identity->serial) : std::move(name);
  return identity;
}

}  // namespace

ValueCoroutine main_coroutine(const Value& coroutine, std::function<void()> at_start) {
  auto identity = new_identity("");
  return coroutine_from(coroutine, identity, [identity, at_start = std::move(at_start)] {
    identities().add(asyncio::Loop::running()->current_task()->future().shared_from_this(),
                     identity);
    at_start();
  });
}

std::shared_ptr<ValueTask> start_task(const Value& coroutine, std::string name) {
  const asyncio::LoopPointer loop = asyncio::Loop::running();
  const auto identity = new_identity(std::move(name));
  auto task = asyncio::create_task(loop, coroutine_from(coroutine, identity, nullptr));
  identities().add(task, identity);
  return task;
}

std::shared_ptr<TaskIdentity> identity_of(const asyncio::FutureBase& task) {
  return identities().find(&task);
}

}  // namespace touchstone::reference
