/// asyncio.sleep: lets `delay` pass on the running loop's clock; zero or less lets the other tasks
/// have one turn. Cancellation ends the wait at once and drops the timer. Costs one allocation, or
/// none. RuntimeError where no loop runs. Claims: asyncio.sleep.*
#pragma once

#include <coroutine>
#include <memory>
#include <utility>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/future.h"

namespace asyncio {

/// Done by time.
class SleepFuture final : public Future<Nothing>, public Timer {
 public:
  static std::shared_ptr<SleepFuture> make(Seconds delay);
  using Future<Nothing>::Future;
  void run(RunnablePointer&&) override {
    if (!done()) set_result({});
  }
};

class SleepAwaiter {
 public:
  /// Null: for one turn of the loop.
  explicit SleepAwaiter(std::shared_ptr<SleepFuture> future) : future_(std::move(future)) {}

  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> body) {
    leaf_.suspend(body, future_);
  }
  [[gnu::always_inline]] void await_resume() {
    if (const auto error = leaf_.take_error()) end_early(error);
    if (!future_) return;
    if (!future_->done()) end_early(nullptr);
    if (future_->cancelled()) future_->drop();
    future_->require_result();
  }

 private:
  /// Resumed by another than the future: with an error, or without reason (null).
  [[noreturn]] void end_early(const std::exception_ptr& error);

  std::shared_ptr<SleepFuture> future_;
  Leaf leaf_;
};

class Sleep {
 public:
  explicit Sleep(Seconds delay) : delay_(delay) {}

  SleepAwaiter operator co_await() const {
    return SleepAwaiter(delay_ > Seconds(0) ? SleepFuture::make(delay_) : nullptr);
  }
  /// To be made a task.
  operator Coroutine<>() const;

 private:
  Seconds delay_;
};

inline Sleep sleep(Seconds delay) { return Sleep(delay); }

}  // namespace asyncio
