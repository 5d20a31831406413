#include "impl/asyncio/barrier.h"

namespace asyncio {

Barrier::Barrier(std::int64_t parties) : parties_(parties) {
  if (parties < 1) throw errors::ValueError("parties must be > 0");
}

Coroutine<std::int64_t> Barrier::wait() {
  co_await wait_while(&Barrier::is_leaving);
  if (broken()) throw BrokenBarrierError("Barrier aborted");
  const Visit visit(*this);
  if (inside_ == parties_) {
    enter(State::draining);
  } else {
    co_await wait_while(&Barrier::is_filling);
    if (state_ != State::draining) throw BrokenBarrierError("Abort or reset of barrier");
  }
  co_return inside_ - 1;
}

void Barrier::abort() { enter(State::broken); }

void Barrier::reset() { enter(inside_ > 0 ? State::resetting : State::filling); }

Coroutine<> Barrier::wait_while(bool (Barrier::*holds)() const) {
  while ((this->*holds)()) {
    const Waiters::Place place(waiters_);
    co_await place.wake();
  }
}

void Barrier::enter(State state) {
  state_ = state;
  waiters_.wake(waiters_.size());
}

/// The last one lets those in who wait for the next round.
void Barrier::leave() {
  if (--inside_ == 0 && is_leaving()) enter(State::filling);
}

}  // namespace asyncio
