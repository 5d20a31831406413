#include "impl/asyncio/async_generator.h"

namespace asyncio {

Coroutine<> shutdown_asyncgens(LoopPointer loop) {
  const auto open = loop->take_open_generators();
  if (open.empty()) co_return;
  FutureList<Nothing> closings;
  for (const auto& generator : open) closings.push_back(create_task(loop, generator->close()));
  const auto outcomes = co_await gather_outcomes(loop, std::move(closings));
  for (const auto& outcome : outcomes) {
    if (outcome.index() == 0) continue;
    loop->call_exception_handler(
        {.message = "an error occurred during closing of asynchronous generator",
         .exception = std::get<1>(outcome)});
  }
}

}  // namespace asyncio
