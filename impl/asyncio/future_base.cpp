#include "impl/asyncio/future_base.h"

#include <utility>

#include "impl/errors/hierarchy.h"

namespace asyncio {

bool FutureBase::cancel(std::string message) {
  if (done()) return false;
  finish_cancelled(errors::make(errors::CancelledError(std::move(message))));
  return true;
}

void FutureBase::set_exception(std::exception_ptr error) {
  require_pending();
  if (errors::matches(error, "StopIteration")) {
    throw errors::TypeError(
        "StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  error_ = std::move(error);
  finish();
}

std::exception_ptr FutureBase::exception() const {
  if (cancelled()) std::rethrow_exception(cancellation());
  if (!done()) throw errors::InvalidStateError("Exception is not set.");
  return error_;
}

void FutureBase::require_result() const {
  if (!done()) throw errors::InvalidStateError("Result is not ready.");
  if (error_) std::rethrow_exception(error_);
}

void FutureBase::add_done_callback(DoneCallback callback) {
  if (done()) return schedule(std::move(callback));
  callbacks_.push_back(std::move(callback));
}

void FutureBase::require_pending() const {
  if (done()) throw errors::InvalidStateError("invalid state");
}

void FutureBase::finish() {
  state_ = State::finished;
  for (auto& callback : std::exchange(callbacks_, {})) schedule(std::move(callback));
}

void FutureBase::finish_cancelled(std::exception_ptr cancellation) {
  error_ = std::move(cancellation);
  finish();
  state_ = State::cancelled;
}

void FutureBase::schedule(DoneCallback callback) {
  loop_->call_soon([self = shared_from_this(), callback = std::move(callback)] { callback(self); });
}

}  // namespace asyncio
