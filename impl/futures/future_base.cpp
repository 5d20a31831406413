#include "impl/futures/future_base.h"

#include <mutex>
#include <utility>

#include "impl/errors/unraisable.h"

namespace futures {

bool FutureBase::cancel() {
  std::vector<DoneCallback> callbacks;
  {
    threading::WaitQueue::Wakeups wakeups;
    const std::lock_guard guard(lock_);
    if (is_cancelled(state())) return true;
    if (state() != State::pending) return false;
    wakeups = end(State::cancelled);
    callbacks.swap(callbacks_);
  }
  run(callbacks);
  return true;
}

std::exception_ptr FutureBase::exception(Timeout timeout) {
  require_done(timeout);
  return error_;
}

void FutureBase::require_result(Timeout timeout) {
  require_done(timeout);
  if (error_) std::rethrow_exception(error_);
}

void FutureBase::add_done_callback(DoneCallback callback) {
  {
    const std::lock_guard guard(lock_);
    if (!done()) {
      callbacks_.push_back(std::move(callback));
      return;
    }
  }
  run(callback);
}

bool FutureBase::wait_until(Deadline deadline) {
  if (done()) return true;
  const std::lock_guard guard(lock_);
  return waiting_.wait_until(lock_, [this] { return done(); }, deadline);
}

bool FutureBase::set_running_or_notify_cancel() {
  const std::lock_guard guard(lock_);
  switch (state()) {
    case State::pending:
      state_.store(State::running, std::memory_order_release);
      return true;
    case State::cancelled:
      state_.store(State::notified, std::memory_order_release);
      tell_watchers();
      return false;
    default:
      throw errors::RuntimeError("Future in unexpected state: its work was started before");
  }
}

void FutureBase::set_exception(std::exception_ptr error) {
  if (!error) throw errors::TypeError("set_exception needs an exception: use set_result for none");
  finish([&] { error_ = std::move(error); });
}

bool FutureBase::watch(Watcher& watcher) {
  const std::lock_guard guard(lock_);
  if (state() == State::finished || state() == State::notified) return true;
  watchers_.push_back(&watcher);
  return false;
}

void FutureBase::unwatch(Watcher& watcher) {
  const std::lock_guard guard(lock_);
  std::erase(watchers_, &watcher);
}

void FutureBase::require_open() const {
  if (!done()) return;
  throw InvalidStateError(cancelled() ? "the future is cancelled: it takes no outcome"
                                      : "the future has an outcome already");
}

void FutureBase::require_done(Timeout timeout) {
  if (!done() && !wait_until(threading::deadline_after(timeout))) throw TimeoutError("");
  if (cancelled()) throw CancelledError();
}

threading::WaitQueue::Wakeups FutureBase::end(State state) {
  state_.store(state, std::memory_order_release);
  if (state == State::finished) tell_watchers();
  return waiting_.take();
}

void FutureBase::tell_watchers() {
  for (Watcher* watcher : std::exchange(watchers_, {})) {
    watcher->tell(shared_from_this(), failed());
  }
}

void FutureBase::run(const std::vector<DoneCallback>& callbacks) noexcept {
  for (const DoneCallback& callback : callbacks) run(callback);
}

void FutureBase::run(const DoneCallback& callback) noexcept {
  try {
    callback(shared_from_this());
  } catch (...) {
    errors::report_unraisable(std::current_exception(), "callback of a future");
  }
}

}  // namespace futures
