#include "impl/threading/barrier.h"

#include <mutex>

namespace threading {
namespace {

[[noreturn]] void throw_broken() {
  throw BrokenBarrierError("the barrier is broken: reset it before it is used again");
}

}  // namespace

Barrier::Barrier(std::int64_t parties, std::function<void()> action, Timeout timeout)
    : parties_(parties), action_(std::move(action)), timeout_(timeout) {
  if (parties < 1) throw errors::ValueError("parties must be >= 1");
}

std::int64_t Barrier::wait(Timeout timeout) {
  const std::lock_guard guard(lock_);
  enter();
  const std::int64_t place = inside_++;
  struct Leaving {
    Barrier& barrier;
    ~Leaving() { barrier.leave(); }
  } const leaving{*this};
  if (inside_ == parties_) {
    let_go();
  } else {
    await(timeout ? timeout : timeout_);
  }
  return place;
}

void Barrier::enter() {
  waiting_.wait_until(lock_, [this] { return !emptying(); });
  if (state_ == State::broken) throw_broken();
}

void Barrier::let_go() try {
  if (action_) action_();
  become(State::draining);
} catch (...) {
  become(State::broken);
  throw;
}

void Barrier::await(Timeout timeout) {
  const auto decided = [this] { return state_ != State::filling; };
  if (!waiting_.wait_until(lock_, decided, deadline_after(timeout))) become(State::broken);
  if (state_ != State::draining) throw_broken();
}

void Barrier::leave() {
  if (--inside_ == 0 && emptying()) become(State::filling);
}

void Barrier::reset() {
  const std::lock_guard guard(lock_);
  if (inside_ == 0) return become(State::filling);
  if (!emptying()) become(State::resetting);
}

void Barrier::abort() {
  const std::lock_guard guard(lock_);
  become(State::broken);
}

void Barrier::become(State state) {
  state_ = state;
  const WaitQueue::Wakeups wakeups = waiting_.take();
}

std::int64_t Barrier::n_waiting() const {
  const std::lock_guard guard(lock_);
  return state_ == State::filling ? inside_ : 0;
}

bool Barrier::broken() const {
  const std::lock_guard guard(lock_);
  return state_ == State::broken;
}

}  // namespace threading
