#include "conformance/subjects/reference/threading_types.h"
#include "impl/threading/condition.h"

namespace touchstone::reference {
namespace {

using native::arg;
using threading::Condition;
using threading::Lock;
using threading::RLock;

/// What wait_for goes by: the predicate's last answer, asked for its truth once.
struct Answer {
  explicit Answer(Value answer) : value(std::move(answer)), holds(native::truth(value)) {}
  explicit operator bool() const { return holds; }
  Value value;
  bool holds;
};

Value wait_for(Condition& condition, const Value& predicate, threading::Timeout timeout) {
  return condition.wait_for([&predicate] { return Answer(native::call(predicate)); }, timeout)
      .value;
}

void notify(Condition& condition, Count count) {
  condition.notify(static_cast<std::size_t>(std::max<std::int64_t>(count.value, 0)));
}

std::shared_ptr<Condition> make_condition(const Value& lock) {
  if (lock.is_none()) return std::make_shared<Condition>();
  if (native::payload_of(lock, native::type_tag<Lock>()) != nullptr)
    return std::make_shared<Condition>(native::from_value<std::shared_ptr<Lock>>(lock));
  if (native::payload_of(lock, native::type_tag<RLock>()) != nullptr)
    return std::make_shared<Condition>(native::from_value<std::shared_ptr<RLock>>(lock));
  throw native::attribute_error("'" + native::type_name(lock) +
                                "' object is no lock: give a Lock or an RLock, or leave it out");
}

template <class T>
native::TypeBinder<T> bind_lock(native::Registry& registry, std::string_view name) {
  auto type = registry.type<T>(name);
  type.method("acquire", &T::acquire, arg("blocking", true), arg("timeout", -1))
      .method("release", &T::release);
  bind_block(registry.type<T>(name));
  return type;
}

}  // namespace

void bind_locks(native::Registry& registry) {
  bind_lock<Lock>(registry, "_thread.LockType").method("locked", &Lock::locked);
  bind_lock<RLock>(registry, "_thread.RLock").constructor<>();
  const auto new_lock = [] { return std::make_shared<Lock>(); };
  for (const char* name : {"threading.Lock", "_thread.allocate_lock", "_thread.allocate"})
    registry.function(name, new_lock);
  registry.function("threading.RLock", [] { return std::make_shared<RLock>(); });
  registry.claims({"threading.lock", "threading.rlock"});
}

void bind_conditions(native::Registry& registry) {
  bind_lock<Condition>(registry, "threading.Condition")
      .constructor_from(make_condition, arg("lock", Value()))
      .method("wait", &Condition::wait, arg("timeout", Value()))
      .method("wait_for", wait_for, arg("predicate"), arg("timeout", Value()))
      .method("notify", notify, arg("n", 1))
      .method("notify_all", &Condition::notify_all)
      .method("notifyAll", &Condition::notify_all);
  registry.claims({"threading.condition"});
}

}  // namespace touchstone::reference
