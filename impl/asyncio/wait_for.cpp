#include "impl/asyncio/wait_for.h"

#include "impl/asyncio/scoped_timer.h"
#include "impl/asyncio/waker.h"

namespace asyncio {
namespace {

/// Not by an await of the future itself: it may take its time, and this wait can be cancelled.
Coroutine<> cancel_and_wait(FuturePointer future) {
  const Wake wake = make_wake(Loop::running());
  const WakeWhenDone waiting(future, wake);
  future->cancel();
  co_await wake;
}

void raise_time_out_if_cancelled(const FutureBase& future) {
  try {
    future.require_result();
  } catch (const errors::BaseException& error) {
    if (!error.is("CancelledError")) throw;
    errors::TimeoutError time_out("");
    time_out.set_cause(std::current_exception());
    throw time_out;
  }
}

}  // namespace

Coroutine<> wait_at_most(FuturePointer future, Seconds limit) {
  const LoopPointer loop = Loop::running();
  if (future->loop() != loop)
    throw errors::ValueError("The future belongs to a different loop than the one that waits");
  if (future->done() && limit <= Seconds(0)) co_return;
  std::exception_ptr cancellation;
  if (limit > Seconds(0)) {
    const Wake wake = make_wake(loop);
    const ScopedTimer timer(loop->call_later(limit, [wake] { release(*wake); }));
    const WakeWhenDone waiting(future, wake);
    try {
      co_await wake;
    } catch (const errors::BaseException& error) {
      if (!error.is("CancelledError")) throw;
      cancellation = std::current_exception();
    }
    if (future->done()) co_return;
  }
  co_await cancel_and_wait(future);
  if (cancellation) std::rethrow_exception(cancellation);
  raise_time_out_if_cancelled(*future);
}

}  // namespace asyncio
