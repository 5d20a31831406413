/// What a future is apart from the type of its result: pending, then once and for all finished or
/// cancelled; callbacks that the loop runs after that, in the order in which they were added.
///
/// Errors: InvalidStateError for a second outcome, and for asking a pending one; CancelledError for
/// asking a cancelled one; TypeError for a StopIteration as its error. The loop's thread alone.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "impl/asyncio/loop.h"

namespace asyncio {

class FutureBase;
using FuturePointer = std::shared_ptr<FutureBase>;

class FutureBase : public std::enable_shared_from_this<FutureBase> {
 public:
  using DoneCallback = std::function<void(const FuturePointer&)>;

  explicit FutureBase(LoopPointer loop) : loop_(std::move(loop)) {}
  FutureBase(const FutureBase&) = delete;
  FutureBase& operator=(const FutureBase&) = delete;
  virtual ~FutureBase() = default;

  const LoopPointer& loop() const { return loop_; }
  bool done() const { return state_ != State::pending; }
  bool cancelled() const { return state_ == State::cancelled; }

  /// False where it is done already.
  virtual bool cancel(std::string message = {});
  void set_exception(std::exception_ptr error);
  /// The error it ended with; null where it ended with a result.
  std::exception_ptr exception() const;
  /// Returns where there is a result; throws the error otherwise.
  void require_result() const;
  /// The CancelledError that asking a cancelled one raises.
  const std::exception_ptr& cancellation() const { return error_; }

  /// Runs `callback` by call_soon once it is done, at once where it is.
  void add_done_callback(DoneCallback callback);

 protected:
  void require_pending() const;
  /// From pending to done; schedules the callbacks.
  void finish();
  /// `cancellation` is the CancelledError that asking for the result raises.
  void finish_cancelled(std::exception_ptr cancellation);

 private:
  enum class State { pending, finished, cancelled };

  void schedule(DoneCallback callback);

  LoopPointer loop_;
  State state_ = State::pending;
  std::exception_ptr error_;
  std::vector<DoneCallback> callbacks_;
};

}  // namespace asyncio
