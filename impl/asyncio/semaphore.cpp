#include "impl/asyncio/semaphore.h"

namespace asyncio {

Semaphore::Semaphore(std::int64_t value) : value_(value) {
  if (value < 0) throw errors::ValueError("Semaphore initial value must be >= 0");
}

Coroutine<> Semaphore::acquire() {
  if (!locked()) {
    --value_;
    co_return;
  }
  std::exception_ptr error;
  bool has_permit = false;
  try {
    const Waiters::Place place(waiters_);
    const struct Note {
      const Wake& wake;
      bool& has_permit;
      ~Note() { has_permit = wake->done() && !wake->cancelled(); }
    } note{place.wake(), has_permit};
    co_await place.wake();
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    if (has_permit && errors::matches(error, "CancelledError")) {
      ++value_;
      wake_next();
    }
    std::rethrow_exception(error);
  }
  if (value_ > 0) wake_next();
}

void Semaphore::release() {
  ++value_;
  wake_next();
}

Coroutine<Hold<Semaphore>> Semaphore::hold() {
  co_await acquire();
  co_return Hold<Semaphore>(*this);
}

/// The permit goes over at once: nobody can take it in between.
void Semaphore::wake_next() {
  if (waiters_.wake(1) == 1) --value_;
}

void BoundedSemaphore::release() {
  if (value() >= bound_) throw errors::ValueError("BoundedSemaphore released too many times");
  Semaphore::release();
}

}  // namespace asyncio
