#include "impl/asyncio/future_base.h"

#include <algorithm>
#include <utility>

#include "impl/asyncio/context.h"
#include "impl/errors/hierarchy.h"

namespace asyncio {
namespace {

class DoneHandle final : public Runnable {
 public:
  explicit DoneHandle(FutureBase::DoneCallback callback) : callback_(std::move(callback)) {}

  void run(RunnablePointer&&) override {
    const Context::Scope scope(context_);
    callback_(std::exchange(future_, nullptr));
  }
  void completing(FutureBase& future) override { future_ = future.shared_from_this(); }

 private:
  const FutureBase::DoneCallback callback_;
  FuturePointer future_;
  ContextPointer context_ = Context::copy_current();
};

}  // namespace

bool FutureBase::cancel_with(std::exception_ptr cancellation) {
  if (done()) return false;
  finish_cancelled(std::move(cancellation));
  return true;
}

void FutureBase::set_exception(std::exception_ptr error) {
  require_pending();
  if (!error) throw errors::TypeError("the exception of a future must be an exception, not null");
  if (errors::matches(error, "StopIteration")) {
    throw errors::TypeError(
        "StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  error_ = std::move(error);
  unretrieved_ = true;
  finish();
}

std::exception_ptr FutureBase::exception() const {
  if (cancelled()) require_result();
  if (!done()) throw errors::InvalidStateError("Exception is not set.");
  unretrieved_ = false;
  return error_;
}

std::exception_ptr FutureBase::cancellation() const {
  return error_ ? error_ : errors::make(errors::CancelledError());
}

void FutureBase::raise() const {
  if (!done()) throw errors::InvalidStateError("Result is not ready.");
  unretrieved_ = false;
  std::rethrow_exception(error_);
}

RunnablePointer FutureBase::add_done_callback(DoneCallback callback) {
  auto handle = std::make_shared<DoneHandle>(std::move(callback));
  add_waiter(handle);
  return handle;
}

bool FutureBase::remove_done_callback(const RunnablePointer& waiter) {
  if (first_waiter_ == waiter) {
    first_waiter_.reset();
    if (further_waiters_ && !further_waiters_->empty()) {
      first_waiter_ = std::move(further_waiters_->front());
      further_waiters_->erase(further_waiters_->begin());
    }
    return true;
  }
  return further_waiters_ && std::erase(*further_waiters_, waiter) > 0;
}

void FutureBase::refuse_second_outcome() { throw errors::InvalidStateError("invalid state"); }

void FutureBase::finish_cancelled(std::exception_ptr cancellation) {
  error_ = std::move(cancellation);
  end(State::cancelled);
}

void FutureBase::end(State state) {
  state_ = state;
  if (!first_waiter_) return;
  schedule(std::move(first_waiter_));
  first_waiter_.reset();
  if (!further_waiters_) return;
  const auto further = std::move(further_waiters_);
  for (auto& waiter : *further) schedule(std::move(waiter));
}

void FutureBase::schedule(RunnablePointer waiter) {
  waiter->completing(*this);
  loop_->enqueue(std::move(waiter));
}

void FutureBase::add_further(RunnablePointer waiter) {
  if (!further_waiters_) further_waiters_ = std::make_unique<std::vector<RunnablePointer>>();
  further_waiters_->push_back(std::move(waiter));
}

void FutureBase::tell_unretrieved(const char* message) noexcept {
  unretrieved_ = false;
  loop_->call_exception_handler({.message = message, .exception = error_, .future = this});
}

void FutureBase::drop_waiters() {
  const auto first = std::exchange(first_waiter_, nullptr);
  const auto further = std::exchange(further_waiters_, nullptr);
}

}  // namespace asyncio
