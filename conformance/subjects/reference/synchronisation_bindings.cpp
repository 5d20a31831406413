#include "conformance/subjects/reference/threading_types.h"
#include "impl/threading/barrier.h"
#include "impl/threading/event.h"
#include "impl/threading/semaphore.h"

namespace touchstone::reference {
namespace {

using native::arg;
using threading::Barrier;
using threading::BoundedSemaphore;
using threading::Event;
using threading::Semaphore;

void bind_events(native::Registry& registry) {
  registry.type<Event>("threading.Event")
      .constructor<>()
      .method("is_set", &Event::is_set)
      .method("isSet", &Event::is_set)
      .method("set", &Event::set)
      .method("clear", &Event::clear)
      .method("wait", &Event::wait, arg("timeout", Value()));
  registry.claims({"threading.event"});
}

template <class T>
std::shared_ptr<T> make_semaphore(Count value) {
  return std::make_shared<T>(value.value);
}

void bind_semaphores(native::Registry& registry) {
  registry.type<Semaphore>("threading.Semaphore")
      .constructor_from(make_semaphore<Semaphore>, arg("value", 1))
      .method("acquire", &Semaphore::acquire, arg("blocking", true), arg("timeout", Value()))
      .method("release", [](Semaphore& self, Count n) { self.release(n.value); }, arg("n", 1));
  bind_block(registry.type<Semaphore>("threading.Semaphore"));
  native::type_tag<BoundedSemaphore>().base = &native::type_tag<Semaphore>();
  native::type_tag<BoundedSemaphore>().to_base = [](void* bounded) -> void* {
    return static_cast<Semaphore*>(static_cast<BoundedSemaphore*>(bounded));
  };
  registry.type<BoundedSemaphore>("threading.BoundedSemaphore", "threading.Semaphore")
      .constructor_from(make_semaphore<BoundedSemaphore>, arg("value", 1));
  registry.claims({"threading.semaphore"});
}

std::shared_ptr<Barrier> make_barrier(Count parties, const Value& action,
                                      threading::Timeout timeout) {
  std::function<void()> act;
  if (!action.is_none()) act = [action] { native::call(action); };
  return std::make_shared<Barrier>(parties.value, std::move(act), timeout);
}

void bind_barriers(native::Registry& registry) {
  registry.error_class("threading.BrokenBarrierError", "RuntimeError");
  registry.type<Barrier>("threading.Barrier")
      .constructor_from(make_barrier, arg("parties"), arg("action", Value()),
                        arg("timeout", Value()))
      .method("wait", &Barrier::wait, arg("timeout", Value()))
      .method("reset", &Barrier::reset)
      .method("abort", &Barrier::abort)
      .property("parties", &Barrier::parties)
      .property("n_waiting", &Barrier::n_waiting)
      .property("broken", &Barrier::broken);
}

}  // namespace

void bind_synchronisation(native::Registry& registry) {
  bind_events(registry);
  bind_semaphores(registry);
  bind_barriers(registry);
}

}  // namespace touchstone::reference
