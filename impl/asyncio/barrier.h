/// asyncio.Barrier: tasks wait until as many of them are there as it was made for, and then all
/// pass, each with a number of its own. It serves any number of rounds: who comes while a round is
/// leaving waits for the next one.
///
/// One that is cancelled leaves, and is not counted. `abort` and `reset` raise BrokenBarrierError
/// in all who wait; after an abort in all who come, too, up to a reset. Outlives those who wait for
/// it. Errors: ValueError for less than one party. The loop's thread alone. Claims:
/// asyncio.barrier.*
#pragma once

#include <cstdint>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/waiters.h"

namespace asyncio {

struct BrokenBarrierError : errors::Derived<BrokenBarrierError, errors::RuntimeError> {
  static constexpr std::string_view type_name = "asyncio.BrokenBarrierError";
  using Derived::Derived;
};

class Barrier {
 public:
  explicit Barrier(std::int64_t parties);
  Barrier(const Barrier&) = delete;
  Barrier& operator=(const Barrier&) = delete;

  /// A number from 0 to `parties` - 1, of its own for each that passes in one round.
  Coroutine<std::int64_t> wait();
  void abort();
  void reset();

  std::int64_t parties() const { return parties_; }
  std::int64_t n_waiting() const { return state_ == State::filling ? inside_ : 0; }
  bool broken() const { return state_ == State::broken; }

 private:
  enum class State { filling, draining, resetting, broken };

  /// Is counted at the barrier, for a scope.
  class Visit {
   public:
    explicit Visit(Barrier& barrier) : barrier_(barrier) { ++barrier.inside_; }
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;
    ~Visit() { barrier_.leave(); }

   private:
    Barrier& barrier_;
  };

  Coroutine<> wait_while(bool (Barrier::*holds)() const);
  bool is_filling() const { return state_ == State::filling; }
  bool is_leaving() const { return state_ == State::draining || state_ == State::resetting; }
  void enter(State state);
  void leave();

  const std::int64_t parties_;
  State state_ = State::filling;
  std::int64_t inside_ = 0;
  Waiters waiters_;
};

}  // namespace asyncio
