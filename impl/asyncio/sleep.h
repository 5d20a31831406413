/// asyncio.sleep: lets `delay` pass on the running loop's clock; zero or less lets the other tasks
/// have one turn. Cancellation ends the wait at once and cancels the timer. RuntimeError where no
/// loop runs.
#pragma once

#include "impl/asyncio/coroutine.h"

namespace asyncio {

Coroutine<> sleep(Seconds delay);

}  // namespace asyncio
