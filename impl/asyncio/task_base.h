/// What a task is apart from its result's type: it takes its coroutine from one await to the next,
/// one step a turn of the loop, and goes on when the future it waits for is done.
///
/// Cancellation is an error raised at the await at which the task stands (or at its start, before
/// its code ran): it is passed on to the future it waits for; the code may clean up, or catch it
/// and go on. A pending task is kept by the loop's queue or by the future it waits for. The loop's
/// thread alone. Claims: asyncio.task.*, asyncio.cancel.*
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>

#include "impl/asyncio/chain.h"
#include "impl/asyncio/context.h"
#include "impl/asyncio/future_base.h"

namespace asyncio {

class TaskBase : public Runnable, private TaskLink {
 public:
  virtual FutureBase& future() = 0;
  bool done() { return future().done(); }

  /// "Task-N" unless it was given one.
  std::string name() const;
  void set_name(std::string name);

  /// Asks for cancellation; false where it is done already.
  bool cancel() { return future().cancel(); }
  bool cancel(std::string message) { return future().cancel(std::move(message)); }
  /// How many requests for cancellation are open, and the withdrawal of one; the number that is
  /// left.
  int cancelling() const { return cancel_requests_; }
  int uncancel();

  /// Ends the code of an unfinished task, by GeneratorExit where it has started: its cleanup runs,
  /// without a loop. The task stays as it is, and nobody who waits for it is told.
  void abandon();

  void run(RunnablePointer&& self) final;

 protected:
  TaskBase();
  /// Enters the task into its loop and schedules the first step. Once, by the maker.
  void start(RunnablePointer self);
  bool request_cancel(std::exception_ptr cancellation);
  /// The cancellation that was asked for and not yet raised; else null.
  std::exception_ptr take_cancel_request();
  const std::exception_ptr& requested_cancellation() const { return cancellation_; }
  /// What an error that left the code makes of the task.
  void fail(std::exception_ptr error);

  Chain& chain() { return chain_; }

 private:
  friend class Loop;

  enum class Stage : unsigned char { fresh, started, ended };

  /// Makes its coroutine the outermost frame of the chain.
  virtual void begin() = 0;
  /// The chain has ended.
  virtual void end() = 0;
  virtual void drop_code() = 0;

  void advance(std::exception_ptr error);
  void end_unstarted(std::exception_ptr error);
  void wait(RunnablePointer&& self);
  void raise_next(std::exception_ptr error, RunnablePointer&& self);

  ContextPointer context_ = Context::copy_current();
  FutureBase* awaited_ = nullptr;  ///< kept by the waiting frame
  std::exception_ptr raised_next_;
  std::exception_ptr cancellation_;  ///< last asked for; null: one without a message
  std::unique_ptr<std::string> name_;
  const std::uint64_t serial_;
  [[no_unique_address]] Chain chain_;  // what follows fits in behind its last member
  Stage stage_ = Stage::fresh;
  bool must_cancel_ = false;
  int cancel_requests_ = 0;
};

}  // namespace asyncio
