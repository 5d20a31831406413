/// What a task is apart from its result's type: it takes its body from one await to the next, one
/// step a turn of the loop, and goes on when the future it waits for is done.
///
/// Cancellation is an error raised at the await at which the task stands (or at its start, before
/// its body ran): it is passed on to the future it waits for; the body may clean up, or catch it
/// and go on. The loop's thread alone.
#pragma once

#include <exception>
#include <memory>
#include <string>

#include "impl/asyncio/future_base.h"

namespace asyncio {

class TaskBase {
 public:
  virtual ~TaskBase() = default;

  virtual FutureBase& future() = 0;
  bool done() { return future().done(); }

  /// Asks for cancellation; false where it is done already.
  bool cancel(std::string message = {}) { return future().cancel(std::move(message)); }
  /// How many requests for cancellation are open, and the withdrawal of one; the number that is
  /// left.
  int cancelling() const { return cancel_requests_; }
  int uncancel();

  /// Drops the body of an unfinished task: its cleanup runs, without a loop.
  virtual void abandon() = 0;

 protected:
  /// Enters the task into its loop and schedules the first step. Once, by the maker.
  void start(const std::shared_ptr<TaskBase>& self);
  bool request_cancel(std::string message);

  /// Where a step ended, for the rules here.
  void waits_for(FuturePointer awaited);
  /// The cancellation that was asked for in the step that ended the body; else null.
  std::exception_ptr take_cancel_request();

  /// One step of the body: with None, or raising `error` in it.
  virtual void advance(std::exception_ptr error) = 0;

 private:
  void schedule_step(std::exception_ptr error = nullptr);
  void step(std::exception_ptr error);

  std::weak_ptr<TaskBase> self_;
  FuturePointer awaited_;
  bool must_cancel_ = false;
  int cancel_requests_ = 0;
  std::string cancel_message_;
};

}  // namespace asyncio
