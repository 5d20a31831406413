#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "impl/asyncio/barrier.h"
#include "impl/asyncio/condition.h"
#include "impl/asyncio/event.h"
#include "impl/asyncio/lock.h"
#include "impl/asyncio/semaphore.h"

namespace touchstone::reference {
namespace {

using asyncio::Barrier;
using asyncio::BoundedSemaphore;
using asyncio::Event;
using asyncio::Lock;
using asyncio::Semaphore;
using native::arg;
using native::Call;

/// What `async with` uses, by acquire and release.
template <class T>
void bind_holding(native::TypeBinder<T> type) {
  type.method("acquire", coroutine_method<T>("acquire", &T::acquire, AsTrue()))
      .method("release", [](T& self) { self.release(); })
      .method("locked", [](T& self) { return self.locked(); })
      .method("__aenter__", coroutine_method<T>("__aenter__", &T::acquire))
      .method("__aexit__", [](const Value& self, Call& call) {
        call.match({arg("exc_type"), arg("exc"), arg("tb")});
        return immediate("__aexit__", [self] {
          native::from_value<T>(self).release();
          return Value();
        });
      });
}

/// A condition and the lock that keeps it safe.
class ConditionWithLock {
 public:
  explicit ConditionWithLock(std::shared_ptr<Lock> lock)
      : lock_(std::move(lock)), condition_(*lock_) {}

  asyncio::Coroutine<> acquire() { return condition_.acquire(); }
  void release() { condition_.release(); }
  bool locked() const { return condition_.locked(); }
  asyncio::Condition& condition() { return condition_; }

 private:
  const std::shared_ptr<Lock> lock_;
  asyncio::Condition condition_;
};

std::shared_ptr<ConditionWithLock> make_condition(const Value& lock) {
  return std::make_shared<ConditionWithLock>(
      lock.is_none() ? std::make_shared<Lock>() : native::from_value<std::shared_ptr<Lock>>(lock));
}

/// What a predicate of the scenario gives.
struct Answer {
  Value value;
  bool operator!() const { return !native::truth(value); }
};

Value wait_for(const Value& self, Call& call) {
  const Value predicate = call.match({arg("predicate")}).front();
  auto object = native::from_value<std::shared_ptr<ConditionWithLock>>(self);
  return implemented(
      "wait_for",
      [object = std::move(object), predicate] {
        return object->condition().wait_for([predicate] {
          return for_implementation([&] { return Answer{native::call(predicate)}; });
        });
      },
      [](Answer answer) { return std::move(answer.value); });
}

void bind_condition(native::Registry& registry) {
  auto type = registry.type<ConditionWithLock>("asyncio.Condition");
  type.constructor_from(make_condition, arg("lock", Value()))
      .method("wait", coroutine_method<ConditionWithLock>(
                          "wait", [](ConditionWithLock& self) { return self.condition().wait(); },
                          AsTrue()))
      .method("wait_for", wait_for)
      .method(
          "notify",
          [](ConditionWithLock& self, std::size_t count) { self.condition().notify(count); },
          arg("n", 1))
      .method("notify_all", [](ConditionWithLock& self) { self.condition().notify_all(); });
  bind_holding(type);
}

template <void (Barrier::*action)()>
Value immediately(const Value& self, Call& call) {
  call.match({});
  return immediate("barrier", [barrier = native::from_value<std::shared_ptr<Barrier>>(self)] {
    (*barrier.*action)();
    return Value();
  });
}

void bind_barrier(native::Registry& registry) {
  registry.error_class("asyncio.BrokenBarrierError", "RuntimeError");
  registry.type<Barrier>("asyncio.Barrier")
      .constructor<std::int64_t>(arg("parties"))
      .method("wait", coroutine_method<Barrier>("wait", &Barrier::wait))
      .method("abort", immediately<&Barrier::abort>)
      .method("reset", immediately<&Barrier::reset>)
      .method("__aenter__", coroutine_method<Barrier>("__aenter__", &Barrier::wait))
      .method("__aexit__",
              [](const Value&, Call& call) {
                call.match({arg("exc_type"), arg("exc"), arg("tb")});
                return immediate("__aexit__", [] { return Value(); });
              })
      .property("parties", [](Barrier& self) { return self.parties(); })
      .property("n_waiting", [](Barrier& self) { return self.n_waiting(); })
      .property("broken", [](Barrier& self) { return self.broken(); });
}

template <class T>
native::TypeBinder<T> semaphore(native::Registry& registry, std::string_view name,
                                std::string_view base) {
  auto type = registry.type<T>(name, base);
  type.template constructor<std::int64_t>(arg("value", 1));
  return type;
}

}  // namespace

void bind_task_primitives(native::Registry& registry) {
  bind_holding(registry.type<Lock>("asyncio.Lock").constructor<>());
  registry.type<Event>("asyncio.Event")
      .constructor<>()
      .method("wait", coroutine_method<Event>("wait", &Event::wait, AsTrue()))
      .method("set", &Event::set)
      .method("clear", &Event::clear)
      .method("is_set", &Event::is_set);
  bind_condition(registry);
  bind_holding(semaphore<Semaphore>(registry, "asyncio.Semaphore", "object"));
  bind_holding(
      semaphore<BoundedSemaphore>(registry, "asyncio.BoundedSemaphore", "asyncio.Semaphore"));
  bind_barrier(registry);
  registry.claims({"asyncio.lock", "asyncio.event", "asyncio.condition", "asyncio.barrier",
                   "asyncio.semaphore"});
}

}  // namespace touchstone::reference
