#include "impl/asyncio/event.h"

namespace asyncio {

Coroutine<> Event::wait() {
  if (set_) co_return;
  const Waiters::Place place(waiters_);
  co_await place.wake();
}

void Event::set() {
  if (set_) return;
  set_ = true;
  waiters_.wake(waiters_.size());
}

}  // namespace asyncio
