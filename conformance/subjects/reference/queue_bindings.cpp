#include "conformance/subjects/reference/queue_types.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/threading_types.h"
#include "impl/queue/queue.h"
#include "impl/queue/simple_queue.h"

namespace touchstone::reference {
namespace {

using native::arg;
using threading::Timeout;

using Queue = queue::Queue<Value>;
using LifoQueue = queue::LifoQueue<Value>;
using PriorityQueue = queue::PriorityQueue<Value, SmallerValue>;
using SimpleQueue = queue::SimpleQueue<Value>;

template <class T>
native::TypeBinder<T> bind_taking(native::Registry& registry, std::string_view name,
                                  std::string_view base) {
  auto type = registry.type<T>(name, base);
  type.method("get", &T::get, arg("block", true), arg("timeout", Value()))
      .method("get_nowait", &T::get_nowait)
      .method("qsize", &T::qsize)
      .method("empty", &T::empty);
  return type;
}

template <class T>
void bind_queue(native::Registry& registry, std::string_view name, std::string_view base) {
  bind_taking<T>(registry, name, base)
      .constructor_from(make_queue<T>, arg("maxsize", 0))
      .method("put", &T::put, arg("item"), arg("block", true), arg("timeout", Value()))
      .method("put_nowait", &T::put_nowait, arg("item"))
      .method("full", &T::full)
      .method("task_done", &T::task_done)
      .method("join", &T::join);
}

void bind_simple_queue(native::Registry& registry) {
  bind_taking<SimpleQueue>(registry, "queue.SimpleQueue", "object")
      .template constructor<>()
      .method(
          "put", [](SimpleQueue& items, Value item, bool, Timeout) { items.put(std::move(item)); },
          arg("item"), arg("block", true), arg("timeout", Value()))
      .method("put_nowait", &SimpleQueue::put_nowait, arg("item"));
}

}  // namespace

void bind_queues(native::Registry& registry) {
  registry.error_class("queue.Empty", "Exception").error_class("queue.Full", "Exception");
  bind_queue<Queue>(registry, "queue.Queue", "object");
  bind_queue<LifoQueue>(registry, "queue.LifoQueue", "queue.Queue");
  bind_queue<PriorityQueue>(registry, "queue.PriorityQueue", "queue.Queue");
  bind_simple_queue(registry);
  registry.claims({"queue.queue"});
}

}  // namespace touchstone::reference
