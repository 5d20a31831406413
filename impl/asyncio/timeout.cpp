#include "impl/asyncio/timeout.h"

#include <string>

namespace asyncio {

void Timeout::enter() {
  if (state_ != State::created) throw errors::RuntimeError("Timeout has already been entered");
  TaskBase* const task = Loop::running()->current_task();
  if (task == nullptr) throw errors::RuntimeError("Timeout should be used inside a task");
  state_ = State::active;
  task_ = std::shared_ptr<TaskBase>(task->future().shared_from_this(), task);
  reschedule(when_);
}

void Timeout::reschedule(std::optional<Seconds> when) {
  if (state_ != State::active) {
    const char* const state = state_ == State::created    ? "created"
                              : state_ == State::expiring ? "expiring"
                              : state_ == State::expired  ? "expired"
                                                          : "finished";
    throw errors::RuntimeError(std::string("Cannot change state of ") + state + " Timeout");
  }
  when_ = when;
  timer_.replace(nullptr);
  if (!when) return;
  const LoopPointer& loop = Loop::running();
  const auto expiry = [this] { expire(); };
  timer_.replace(*when <= loop->time() ? loop->call_soon(expiry) : loop->call_at(*when, expiry));
}

void Timeout::leave(const std::exception_ptr& error) {
  timer_.replace(nullptr);
  const auto task = std::move(task_);
  if (state_ == State::active) state_ = State::finished;
  if (state_ != State::expiring) return;
  state_ = State::expired;
  if (task->uncancel() > 0 || !errors::matches(error, "CancelledError")) return;
  throw errors::TimeoutError("");
}

void Timeout::expire() {
  state_ = State::expiring;
  task_->cancel();
}

Timeout timeout(TimeLimit delay) {
  std::optional<Seconds> when;
  if (delay) when = Loop::running()->time() + *delay;
  return Timeout(when);
}

}  // namespace asyncio
