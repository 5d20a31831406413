/// What a future is apart from the type of its result: pending, then once and for all finished or
/// cancelled; callbacks that the loop runs after that, in the order in which they were added.
///
/// An error that nobody has asked for when the future goes is told to the loop's exception handler.
/// Errors: InvalidStateError for a second outcome, and for asking a pending one; CancelledError for
/// asking a cancelled one; TypeError for a StopIteration as its error. The loop's thread alone.
/// Held by shared_ptr. Claims: asyncio.future.*
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "impl/asyncio/loop.h"
#include "impl/errors/hierarchy.h"

namespace asyncio {

class FutureBase;
using FuturePointer = std::shared_ptr<FutureBase>;

class FutureBase : public std::enable_shared_from_this<FutureBase> {
 public:
  using DoneCallback = std::function<void(const FuturePointer&)>;

  explicit FutureBase(LoopPointer loop) : loop_(std::move(loop)) {}
  FutureBase(const FutureBase&) = delete;
  FutureBase& operator=(const FutureBase&) = delete;
  virtual ~FutureBase() { report_unretrieved("Future exception was never retrieved"); }

  const LoopPointer& loop() const { return loop_; }
  bool done() const { return state_ != State::pending; }
  bool cancelled() const { return state_ == State::cancelled; }

  /// False where it is done already. `cancellation` is the CancelledError to raise; null: one
  /// without a message.
  virtual bool cancel_with(std::exception_ptr cancellation);
  bool cancel() { return cancel_with(nullptr); }
  bool cancel(std::string message) {
    return cancel_with(errors::make(errors::CancelledError(std::move(message))));
  }
  /// The CancelledError that it was last asked to raise itself, not what it waited for; null where
  /// there was none with a message. It is kept when the request is met.
  virtual std::exception_ptr last_request() const { return nullptr; }
  void set_exception(std::exception_ptr error);
  /// The error it ended with; null where it ended with a result.
  std::exception_ptr exception() const;
  /// Returns where there is a result; throws the error otherwise.
  [[gnu::always_inline]] void require_result() const {
    if (state_ == State::finished && !error_) return;
    // Each frame between a throw and its handler costs: the common error is thrown in the caller's.
    if (state_ == State::cancelled && !error_) throw errors::CancelledError();
    raise();
  }
  /// Of a cancelled one: the CancelledError that asking for the result raises.
  std::exception_ptr cancellation() const;

  /// Runs `callback` by call_soon once it is done, at once where it is. The result is for
  /// `remove_done_callback`.
  RunnablePointer add_done_callback(DoneCallback callback);
  /// The same for work of any kind.
  void add_waiter(RunnablePointer waiter) {
    if (done()) return schedule(std::move(waiter));
    if (!first_waiter_) {
      first_waiter_ = std::move(waiter);
    } else {
      add_further(std::move(waiter));
    }
  }
  /// True where it was there; what the loop has already is not taken back.
  bool remove_done_callback(const RunnablePointer& waiter);

  /// A place for what stands for this future in another language. Not used here, nor guarded.
  void*& companion() { return companion_; }

 protected:
  void require_pending() const {
    if (done()) refuse_second_outcome();
  }
  /// From pending to done; schedules the callbacks.
  void finish() { end(State::finished); }
  /// `cancellation` is the CancelledError that asking for the result raises; null: one without a
  /// message, made then.
  void finish_cancelled(std::exception_ptr cancellation);
  /// For the destructor of a derived class with a better name for itself.
  void report_unretrieved(const char* message) noexcept {
    if (unretrieved_) tell_unretrieved(message);
  }

 private:
  friend class TaskBase;

  enum class State : unsigned char { pending, finished, cancelled };

  [[noreturn]] void raise() const;
  [[noreturn]] static void refuse_second_outcome();
  void end(State state);
  void schedule(RunnablePointer waiter);
  void add_further(RunnablePointer waiter);
  void tell_unretrieved(const char* message) noexcept;
  /// Forgets who waits: nobody will be told.
  void drop_waiters();

  const LoopPointer loop_;
  void* companion_ = nullptr;
  std::exception_ptr error_;
  // Most futures have one waiter.
  RunnablePointer first_waiter_;
  std::unique_ptr<std::vector<RunnablePointer>> further_waiters_;
  // Last: a small result fits in behind them.
  State state_ = State::pending;
  mutable bool unretrieved_ = false;
};

}  // namespace asyncio
