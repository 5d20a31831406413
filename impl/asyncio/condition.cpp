#include "impl/asyncio/condition.h"

namespace asyncio {

Coroutine<> Condition::wait() {
  if (!locked()) throw errors::RuntimeError("cannot wait on un-acquired lock");
  lock_.release();
  std::exception_ptr error;
  try {
    const Waiters::Place place(waiters_);
    co_await place.wake();
  } catch (...) {
    error = std::current_exception();
  }
  co_await reacquire();
  if (error) std::rethrow_exception(error);
}

/// A cancellation meanwhile is raised when the lock is held again.
Coroutine<> Condition::reacquire() {
  bool cancelled = false;
  while (true) {
    try {
      co_await lock_.acquire();
      break;
    } catch (const errors::BaseException& error) {
      if (!error.is("CancelledError")) throw;
      cancelled = true;
    }
  }
  if (cancelled) throw errors::CancelledError("");
}

void Condition::notify(std::size_t count) {
  if (!locked()) throw errors::RuntimeError("cannot notify on un-acquired lock");
  waiters_.wake(count);
}

}  // namespace asyncio
