/// The life of one system thread as others see it: waiting to start, running, ended. It outlives
/// the thread and the Thread object, for the sake of whoever of them is looked at last. Thread
/// safety: all of it. What the thread did happens before what follows a wait for its end.
#pragma once

#include <sys/types.h>

#include <optional>

#include "impl/threading/ident.h"
#include "impl/threading/park.h"

namespace threading {

class Lifetime {
 public:
  bool started() const { return state_.load(std::memory_order_acquire) != fresh; }
  bool running() const { return state_.load(std::memory_order_acquire) == alive; }

  /// False where it had begun before.
  bool begin();
  /// After `begin`, where the system gave no thread: as if it had not been called.
  void take_back();
  /// By the thread itself, as its first act.
  void arrive();
  void end();

  /// False where it runs on at the deadline.
  bool wait_for_end(Deadline deadline) const;

  /// None before the start.
  std::optional<Ident> ident() const;
  /// The system's number of the thread; none before the start.
  std::optional<pid_t> native_id() const;

 private:
  enum State : std::uint32_t { fresh, alive, over };

  /// The native id, 0 where there is none.
  std::uint32_t arrival() const;

  ParkWord state_{fresh};
  std::atomic<Ident> ident_{0};
  ParkWord native_id_{0};
};

}  // namespace threading
