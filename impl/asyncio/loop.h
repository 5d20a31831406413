/// A single-threaded event loop: a FIFO of ready callbacks, a heap of timers, a clock, a wake-up
/// descriptor.
///
/// Each turn runs the callbacks that were ready at its start, in the order of their call_soon; due
/// timers come behind them, by deadline, equal deadlines in the order of their creation. A
/// callback's error does not stop the loop: it goes to the hook for unraisable errors (unless it is
/// no Exception: KeyboardInterrupt and SystemExit leave `run_until`). Errors: RuntimeError where
/// the loop is closed, runs already, or another loop runs in this thread. Thread safety: the thread
/// that runs it, but for call_soon_threadsafe.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <set>
#include <vector>

#include "impl/asyncio/clock.h"
#include "impl/asyncio/handle.h"

namespace asyncio {

class TaskBase;

class Loop {
 public:
  using Callback = std::function<void()>;

  explicit Loop(std::unique_ptr<Clock> clock = real_clock());
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop();

  /// The loop that runs in this thread; null where none does.
  static std::shared_ptr<Loop> current() noexcept;
  /// As above, but RuntimeError where none does.
  static std::shared_ptr<Loop> running();

  Seconds time() const { return clock_->now(); }

  HandlePointer call_soon(Callback callback);
  HandlePointer call_later(Seconds delay, Callback callback) {
    return call_at(time() + delay, std::move(callback));
  }
  HandlePointer call_at(Seconds when, Callback callback);
  void call_soon_threadsafe(Callback callback);

  /// Runs turns until `finished`. `self` keeps the loop for all that runs in it.
  static void run_until(const std::shared_ptr<Loop>& self, const std::function<bool()>& finished);

  /// Called once in a run where nothing can ever happen again (virtual clock); then all tasks are
  /// cancelled. Where even that leads nowhere, `run_until` raises a RuntimeError.
  void on_stuck(Callback callback) { on_stuck_ = std::move(callback); }

  /// Lets go of all callbacks, timers and unfinished tasks. Not while it runs.
  void close();
  bool is_closed() const { return closed_; }

  TaskBase* current_task() const { return current_task_; }
  /// The tasks that are not done, in the order of their creation.
  std::vector<std::shared_ptr<TaskBase>> all_tasks() const;

 private:
  friend class TaskBase;

  struct Timer {
    Seconds when;
    std::uint64_t serial;
    HandlePointer handle;
    /// The heap's top is the greatest: the earliest.
    bool operator<(const Timer& other) const {
      return when != other.when ? when > other.when : serial > other.serial;
    }
  };

  void require_open() const;
  bool idle() const { return ready_.empty(); }
  void turn();
  void wait();
  void drop_cancelled_timers();
  void collect_due_timers();
  void collect_from_threads();
  void run_ready();
  void stuck();

  std::unique_ptr<Clock> clock_;
  Wakeup wakeup_;
  std::deque<HandlePointer> ready_;
  std::priority_queue<Timer> timers_;
  std::uint64_t next_serial_ = 0;
  Callback on_stuck_;
  bool was_stuck_ = false;
  bool running_ = false;
  bool closed_ = false;
  TaskBase* current_task_ = nullptr;
  std::vector<std::weak_ptr<TaskBase>> tasks_;

  std::mutex from_threads_mutex_;
  std::vector<Callback> from_threads_;
};

using LoopPointer = std::shared_ptr<Loop>;

}  // namespace asyncio
