#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "conformance/subjects/reference/concurrent_futures.h"
#include "impl/asyncio/executor.h"

namespace touchstone::reference {
namespace {

using futures::ThreadPoolExecutor;
using native::arg;
using native::Call;

/// run_in_executor(executor, function, *arguments)
Value run_in_executor(LoopHandle& self, Call& call) {
  const Value executor = call[0];
  call.expect_no_keywords();
  Job job = job_from(call, 1);
  ThreadPoolExecutor& pool = executor.is_none() ? self.loop->default_executor()
                                                : native::from_value<ThreadPoolExecutor>(executor);
  return object_of(asyncio::run_in_executor(self.loop, pool, std::move(job)));
}

/// to_thread(function, *arguments, **keywords)
Value to_thread(Call& call) {
  return implemented("to_thread", [job = job_from(call, 0)] { return asyncio::to_thread(job); });
}

/// run_coroutine_threadsafe(coroutine, loop)
futures::SharedFuture<Value> run_coroutine_threadsafe(const Value& coroutine, LoopPointer loop) {
  if (!is_coroutine(coroutine)) throw native::type_error("A coroutine object is required");
  return asyncio::run_task_threadsafe<Value>(
      loop, [loop, coroutine] { return start_task(loop, coroutine); });
}

}  // namespace

void bind_loop_executors(native::Registry& registry) {
  registry.type<LoopHandle>("asyncio.AbstractEventLoop")
      .method("run_in_executor", run_in_executor)
      .method(
          "set_default_executor",
          [](LoopHandle& self, const Value& executor) {
            self.loop->set_default_executor(
                native::from_value<std::shared_ptr<ThreadPoolExecutor>>(executor));
          },
          arg("executor"));
  registry.function("asyncio.to_thread", to_thread)
      .function(
          "asyncio.run_coroutine_threadsafe",
          [](const Value& coroutine, const Value& loop) {
            return run_coroutine_threadsafe(coroutine, native::from_value<LoopHandle>(loop).loop);
          },
          arg("coro"), arg("loop"));
  registry.claims({"asyncio.executor"});
}

}  // namespace touchstone::reference
