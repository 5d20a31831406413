/// Python's threading.Barrier: holds threads until as many as it has parties wait, then lets them
/// all go, and serves again. What each did before its wait happens before what any does after it.
///
/// The last one to come runs the action, under the barrier's lock: it may not use the barrier. A
/// timeout, an abort and an action that raises break the barrier; all who wait or come get a
/// BrokenBarrierError until a reset. A reset gives it to those who wait and leaves the barrier
/// usable. Errors: also ValueError for less than one party, and as `deadline_after`.
#pragma once

#include <cstdint>
#include <functional>

#include "impl/threading/errors.h"
#include "impl/threading/lock.h"
#include "impl/threading/wait_queue.h"

namespace threading {

class Barrier {
 public:
  /// `timeout` is that of each wait without one of its own.
  explicit Barrier(std::int64_t parties, std::function<void()> action = {}, Timeout timeout = {});

  /// Gives each of the threads that go together a number of its own from 0 on.
  std::int64_t wait(Timeout timeout = {});
  void reset();
  void abort();

  std::int64_t parties() const { return parties_; }
  std::int64_t n_waiting() const;
  bool broken() const;

 private:
  /// `resetting` drains like `draining`, but the threads leave with the error.
  enum class State { filling, draining, resetting, broken };

  void enter();
  void let_go();
  void await(Timeout timeout);
  void leave();
  void become(State state);
  bool emptying() const { return state_ == State::draining || state_ == State::resetting; }

  const std::int64_t parties_;
  const std::function<void()> action_;
  const Timeout timeout_;
  mutable Lock lock_;
  State state_ = State::filling;
  std::int64_t inside_ = 0;
  WaitQueue waiting_;
};

}  // namespace threading
