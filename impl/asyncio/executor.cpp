#include "impl/asyncio/executor.h"

#include "impl/threading/system_thread.h"

namespace asyncio {

Coroutine<> shutdown_default_executor(LoopPointer loop) {
  const auto executor = loop->take_default_executor();
  if (!executor) co_return;
  // A pool of its own: the one that is shut down cannot run this.
  futures::ThreadPoolExecutor helper({.max_workers = 1});
  // Named: g++ 12 destroys a temporary closure in a co_await twice.
  auto shut_down = [executor] { executor->shutdown(true); };
  co_await run_in_executor(loop, helper, std::move(shut_down));
}

}  // namespace asyncio
