/// What a future is apart from the type of its result: pending, running, then once and for all
/// cancelled or finished; threads that wait for that; callbacks that run then.
///
/// Callbacks run once each, in the order in which they were added, in the thread that ends the
/// future; one that is added later runs at once in the adding thread. What a callback raises goes
/// to errors::report_unraisable and no further. What comes before the outcome is set happens before
/// what follows a wait for it and before the callbacks. Errors: InvalidStateError for a second
/// outcome; CancelledError for asking a cancelled one; TimeoutError; TypeError for null as an
/// error; RuntimeError for a second start; others as `deadline_after`. Thread safety: all of it.
/// Held by shared_ptr. Claims: futures.callback.*, futures.cancel.*, futures.done.states,
/// futures.result.*
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <vector>

#include "impl/futures/errors.h"
#include "impl/futures/watcher.h"
#include "impl/threading/lock.h"
#include "impl/threading/wait_queue.h"

namespace futures {

using threading::Deadline;
using threading::Timeout;

class FutureBase : public std::enable_shared_from_this<FutureBase> {
 public:
  using DoneCallback = std::function<void(const FuturePointer&)>;

  FutureBase() = default;
  FutureBase(const FutureBase&) = delete;
  FutureBase& operator=(const FutureBase&) = delete;
  virtual ~FutureBase() = default;

  bool running() const { return state() == State::running; }
  bool cancelled() const { return is_cancelled(state()); }
  bool done() const { return is_done(state()); }

  /// False where it runs or has finished; true again where it is cancelled already.
  bool cancel();
  /// The error it ended with; null where it ended with a result. Waits for the end.
  std::exception_ptr exception(Timeout timeout = {});
  /// Runs `callback` with this future when it is done.
  void add_done_callback(DoneCallback callback);
  /// Waits until it is done; false where it was not by the deadline.
  bool wait_until(Deadline deadline);

  /// For who runs the work of it. True: it runs now. False: it was cancelled, the work is not to be
  /// run; only now wait and as_completed take it for done.
  bool set_running_or_notify_cancel();
  void set_exception(std::exception_ptr error);

  /// True where it is done, for wait and as_completed; else `watcher` is told when it is.
  bool watch(Watcher& watcher);
  void unwatch(Watcher& watcher);
  /// Of one that is done: whether it ended with an error.
  bool failed() const { return state() == State::finished && error_ != nullptr; }

 protected:
  /// Waits for the end; returns where there is a result, throws otherwise.
  void require_result(Timeout timeout);

  /// The outcome, once: `store` keeps it, under the lock. Throws what `store` throws, and is as
  /// before then.
  template <class Store>
  void finish(Store store) {
    std::vector<DoneCallback> callbacks;
    {
      threading::WaitQueue::Wakeups wakeups;
      const std::lock_guard guard(lock_);
      require_open();
      store();
      wakeups = end(State::finished);
      callbacks.swap(callbacks_);
    }
    run(callbacks);
  }

 private:
  /// `notified`: cancelled, and the watchers know.
  enum class State : std::uint8_t { pending, running, cancelled, notified, finished };

  static bool is_cancelled(State state) {
    return state == State::cancelled || state == State::notified;
  }
  static bool is_done(State state) { return state == State::finished || is_cancelled(state); }

  State state() const { return state_.load(std::memory_order_acquire); }
  void require_open() const;
  void require_done(Timeout timeout);
  threading::WaitQueue::Wakeups end(State state);
  void tell_watchers();
  void run(const std::vector<DoneCallback>& callbacks) noexcept;
  void run(const DoneCallback& callback) noexcept;

  std::atomic<State> state_{State::pending};
  threading::Lock lock_;
  threading::WaitQueue waiting_;
  std::vector<DoneCallback> callbacks_;
  std::vector<Watcher*> watchers_;
  std::exception_ptr error_;
};

}  // namespace futures
