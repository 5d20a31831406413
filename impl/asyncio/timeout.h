/// asyncio.timeout: a limit for all that a task awaits within a scope. When it is over the task is
/// cancelled, and at the end of the scope that cancellation becomes a TimeoutError, unless the task
/// was cancelled by others too.
///
///     co_await timeout(Seconds(2)).run(fetch(url));
///
/// `run` is the scope for a coroutine, which is awaited in the caller's task; `enter` and `leave`
/// are its two ends for other languages. Errors: RuntimeError outside of a task, for a second
/// scope, and for a change of the deadline before, after, or once it is over. Held in one place
/// while it is active. The loop's thread alone.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "impl/asyncio/scoped_timer.h"
#include "impl/asyncio/task.h"
#include "impl/asyncio/wait.h"

namespace asyncio {

class Timeout {
 public:
  /// None: no limit, until `reschedule` gives one.
  explicit Timeout(std::optional<Seconds> when) : when_(when) {}
  Timeout(const Timeout&) = delete;
  Timeout& operator=(const Timeout&) = delete;

  std::optional<Seconds> when() const { return when_; }
  void reschedule(std::optional<Seconds> when);
  /// True where the time was over within the scope.
  bool expired() const { return state_ == State::expiring || state_ == State::expired; }

  void enter();
  /// `error`: what leaves the scope; null: nothing does. Raises TimeoutError in its place where it
  /// is this limit's cancellation.
  void leave(const std::exception_ptr& error);

  template <class T>
  Coroutine<T> run(Coroutine<T> scope) {
    enter();
    std::optional<T> result;
    std::exception_ptr error;
    try {
      result.emplace(co_await scope);
    } catch (...) {
      error = std::current_exception();
    }
    leave(error);
    if (error) std::rethrow_exception(error);
    if constexpr (!std::is_same_v<T, Nothing>) co_return std::move(*result);
  }

 private:
  enum class State { created, active, expiring, expired, finished };

  void expire();

  State state_ = State::created;
  std::optional<Seconds> when_;
  ScopedTimer timer_;
  std::shared_ptr<TaskBase> task_;
};

/// From now on.
Timeout timeout(TimeLimit delay);
/// By the loop's clock.
inline Timeout timeout_at(std::optional<Seconds> when) { return Timeout(when); }

}  // namespace asyncio
