#include "impl/asyncio/lock.h"

namespace asyncio {

Coroutine<> Lock::acquire() {
  if (!locked_ && waiters_.all_cancelled()) {
    locked_ = true;
    co_return;
  }
  std::exception_ptr error;
  try {
    const Waiters::Place place(waiters_);
    co_await place.wake();
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    // It may have been this one's turn.
    if (!locked_ && errors::matches(error, "CancelledError")) wake_first();
    std::rethrow_exception(error);
  }
  locked_ = true;
}

void Lock::release() {
  if (!locked_) throw errors::RuntimeError("Lock is not acquired.");
  locked_ = false;
  wake_first();
}

Coroutine<Hold<Lock>> Lock::hold() {
  co_await acquire();
  co_return Hold<Lock>(*this);
}

/// The first alone: one that is done already takes the lock, or comes here again.
void Lock::wake_first() {
  if (!waiters_.empty()) asyncio::release(*waiters_.front());
}

}  // namespace asyncio
