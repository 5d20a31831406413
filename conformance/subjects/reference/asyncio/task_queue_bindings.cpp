#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/queue_types.h"
#include "impl/asyncio/queue.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;

template <class T>
Value put(const Value& self, Call& call) {
  Value item = call.match({arg("item")}).front();
  auto queue = native::from_value<std::shared_ptr<T>>(self);
  return implemented(
      "put", [queue = std::move(queue), item = std::move(item)] { return queue->put(item); });
}

template <class T>
void bind_queue(native::Registry& registry, std::string_view name, std::string_view base) {
  registry.type<T>(name, base)
      .constructor_from(make_queue<T>, arg("maxsize", 0))
      .method("put", put<T>)
      .method("put_nowait", &T::put_nowait, arg("item"))
      .method("get", coroutine_method<T>("get", &T::get))
      .method("get_nowait", &T::get_nowait)
      .method("task_done", &T::task_done)
      .method("join", coroutine_method<T>("join", &T::join, AsValue()))
      .method("qsize", &T::qsize)
      .method("empty", &T::empty)
      .method("full", &T::full)
      .property("maxsize", [](T& self) { return self.maxsize(); });
}

}  // namespace

void bind_task_queues(native::Registry& registry) {
  registry.error_class("asyncio.QueueEmpty", "Exception")
      .error_class("asyncio.QueueFull", "Exception");
  bind_queue<asyncio::Queue<Value>>(registry, "asyncio.Queue", "object");
  bind_queue<asyncio::LifoQueue<Value>>(registry, "asyncio.LifoQueue", "asyncio.Queue");
  bind_queue<asyncio::PriorityQueue<Value, SmallerValue>>(registry, "asyncio.PriorityQueue",
                                                          "asyncio.Queue");
  registry.claims({"asyncio.queue", "asyncio.queue.ordered"});
}

}  // namespace touchstone::reference
