/// A single-threaded event loop: a FIFO of ready work, a heap of timers, a clock, an epoll
/// descriptor.
///
/// Each turn runs what was ready at its start, in order; what became readable or writable comes
/// behind it, and due timers last, by deadline. What is scheduled during a turn runs in the next. A
/// callback's error goes to the exception handler and does not stop the loop; KeyboardInterrupt and
/// SystemExit leave `run_forever`. Errors: RuntimeError where the loop is closed, runs already, or
/// another loop runs in this thread. Thread safety: the thread that runs it, but for
/// call_soon_threadsafe. Held by shared_ptr. Claims: asyncio.loop.*
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "impl/asyncio/clock.h"
#include "impl/asyncio/handle.h"
#include "impl/asyncio/inbox.h"
#include "impl/asyncio/readiness.h"
#include "impl/asyncio/task_list.h"

namespace futures {
class ThreadPoolExecutor;
}

namespace asyncio {

class OpenGenerator;

/// What an exception handler is told.
struct ErrorContext {
  std::string message;
  std::exception_ptr exception = nullptr;  ///< null where it is none
  FutureBase* future = nullptr;            ///< whose it is, during the call; null where nobody's
};

class Loop : public std::enable_shared_from_this<Loop> {
 public:
  using Callback = std::function<void()>;
  using ExceptionHandler = std::function<void(Loop&, const ErrorContext&)>;
  using ExecutorFactory = std::function<std::shared_ptr<futures::ThreadPoolExecutor>()>;

  explicit Loop(std::unique_ptr<Clock> clock = real_clock());
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop();

  /// The loop that runs in this thread; null where none does.
  static std::shared_ptr<Loop> current() noexcept;
  /// As above, but RuntimeError where none does.
  static const std::shared_ptr<Loop>& running();

  Seconds time() const { return clock_->now(); }

  template <class Function>
  HandlePointer call_soon(Function function) {
    auto handle = std::make_shared<CallbackHandle<Function>>(std::move(function));
    enqueue(handle);
    return handle;
  }
  template <class Function>
  HandlePointer call_later(Seconds delay, Function function) {
    return call_at(time() + delay, std::move(function));
  }
  template <class Function>
  HandlePointer call_at(Seconds when, Function function) {
    auto handle = std::make_shared<CallbackHandle<Function>>(std::move(function));
    schedule(when, handle);
    return handle;
  }
  /// From any thread; wakes the loop. The handle is for the loop's thread.
  template <class Function>
  HandlePointer call_soon_threadsafe(Function function) {
    auto handle = std::make_shared<CallbackHandle<Function>>(std::move(function));
    enqueue_threadsafe(handle);
    return handle;
  }

  /// Calls `callback` in each turn in which the descriptor is ready, in the place of an earlier
  /// one. The descriptor stays the caller's, to be removed before it is closed. OSError where it
  /// cannot be watched.
  HandlePointer add_reader(int descriptor, Callback callback);
  HandlePointer add_writer(int descriptor, Callback callback);
  /// False where there is none.
  bool remove_reader(int descriptor);
  bool remove_writer(int descriptor);

  /// Runs turns until `stop`: the turn in which it is called is the last, and is run to its end.
  void run_forever();
  /// RuntimeError where `run_forever` would raise one.
  void require_runnable() const;
  void stop() { stopping_ = true; }
  bool is_running() const { return running_; }

  /// Lets go of all callbacks and timers, and ends the tasks that are not done: their cleanup runs,
  /// without a loop. RuntimeError while it runs; nothing where it is closed.
  void close();
  bool is_closed() const { return closed_; }

  /// Empty: the default one, which tells errors::report_unraisable.
  void set_exception_handler(ExceptionHandler handler) { handler_ = std::move(handler); }
  const ExceptionHandler& exception_handler() const { return handler_; }
  /// What the handler raises goes to the default one.
  void call_exception_handler(const ErrorContext& context) noexcept;

  /// Called where nothing can ever happen again (virtual clock); then all tasks are cancelled.
  /// Where there are none, or they have let that pass a hundred times, `run_forever` raises a
  /// RuntimeError.
  void on_stuck(Callback callback) { on_stuck_ = std::move(callback); }

  TaskBase* current_task() const { return current_task_; }
  /// The tasks that are not done, in the order of their creation.
  std::vector<std::shared_ptr<TaskBase>> all_tasks() const;

  /// The pool of run_in_executor, made on first use. RuntimeError once it is shut down.
  futures::ThreadPoolExecutor& default_executor();
  void set_default_executor(std::shared_ptr<futures::ThreadPoolExecutor> executor);
  /// How that pool is made; empty: a plain one.
  void set_executor_factory(ExecutorFactory factory) { executor_factory_ = std::move(factory); }
  /// Takes the pool away for good; null where there was none.
  std::shared_ptr<futures::ThreadPoolExecutor> take_default_executor();

  /// Counts the jobs in other threads that will wake this loop.
  void expect_outside_work(int change) { outside_work_ += change; }

  /// Remembers a generator that is to be closed with the loop.
  void track(const std::shared_ptr<OpenGenerator>& generator);
  /// Those that still exist; they are forgotten.
  std::vector<std::shared_ptr<OpenGenerator>> take_open_generators();

 private:
  friend class FutureBase;
  friend class TaskBase;
  friend class SleepFuture;

  void require_open() const;
  void enqueue(RunnablePointer work) {
    require_open();
    ready_.push_back(std::move(work));
  }
  void enqueue_threadsafe(const RunnablePointer& work);
  void schedule(Seconds when, TimerPointer timer) {
    require_open();
    timers_.push(when, std::move(timer));
  }
  HandlePointer watch(int descriptor, Readiness::Direction direction, Callback callback);

  void turn();
  void poll();
  void take_inbox();
  void take_due_timers();
  void run_ready();
  void run_reporting(RunnablePointer work);
  void stuck();
  void end_tasks();

  const std::unique_ptr<Clock> clock_;
  std::deque<RunnablePointer> ready_;
  TimerHeap timers_;
  bool stopping_ = false;
  bool running_ = false;
  bool closed_ = false;
  int times_stuck_ = 0;  ///< in this run
  TaskBase* current_task_ = nullptr;
  TaskList tasks_;
  int outside_work_ = 0;
  Inbox inbox_;
  Poller poller_;
  Readiness readiness_{poller_};
  ExceptionHandler handler_;
  Callback on_stuck_;
  std::shared_ptr<futures::ThreadPoolExecutor> executor_;
  ExecutorFactory executor_factory_;
  bool executor_taken_ = false;
  std::vector<std::weak_ptr<OpenGenerator>> generators_;
};

using LoopPointer = std::shared_ptr<Loop>;

}  // namespace asyncio
