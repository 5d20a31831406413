/// asyncio.as_completed: the results of some futures in the order in which they come to be.
///
///     auto completions = as_completed(tasks);
///     while (completions.left() > 0) use(co_await completions.next());
///
/// `next` gives a coroutine that waits for the next one to end, and gives its result or raises its
/// error; TimeoutError once the limit is over, for each that had not ended by then. A future given
/// twice counts once. The loop's thread alone. Claims: asyncio.as-completed.*
#pragma once

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "impl/asyncio/queue.h"
#include "impl/asyncio/scoped_timer.h"
#include "impl/asyncio/wait.h"

namespace asyncio {

/// The futures that end, one after another.
class Completions : public std::enable_shared_from_this<Completions> {
 public:
  /// On the loop that runs.
  static std::shared_ptr<Completions> of(const std::vector<FuturePointer>& futures,
                                         TimeLimit limit);

  /// Waits for the next one; raises TimeoutError in the place of those that came too late.
  Coroutine<FuturePointer> next();
  std::size_t count() const { return count_; }

 private:
  struct Watch;

  void completed(const FuturePointer& future);
  void time_out();

  std::size_t count_ = 0;
  std::unordered_map<FutureBase*, std::shared_ptr<Watch>>
      watches_;  ///< of those that have not ended
  ScopedTimer timer_;
  Queue<FuturePointer> ended_;  ///< null: too late
};

template <class F>
class AsCompleted {
 public:
  AsCompleted(const std::vector<std::shared_ptr<F>>& futures, TimeLimit limit)
      : completions_(Completions::of({futures.begin(), futures.end()}, limit)),
        left_(completions_->count()) {}

  /// How many have not been asked for.
  std::size_t left() const { return left_; }
  /// Requires that one is left.
  Coroutine<typename F::ResultType> next() {
    --left_;
    return result_of_next(completions_);
  }

 private:
  static Coroutine<typename F::ResultType> result_of_next(
      std::shared_ptr<Completions> completions) {
    const FuturePointer ended = co_await completions->next();
    if constexpr (std::is_same_v<typename F::ResultType, Nothing>) {
      ended->require_result();
    } else {
      co_return static_cast<const F&>(*ended).result();
    }
  }

  std::shared_ptr<Completions> completions_;
  std::size_t left_;
};

template <class F>
AsCompleted<F> as_completed(const std::vector<std::shared_ptr<F>>& futures, TimeLimit limit = {}) {
  return AsCompleted<F>(futures, limit);
}

}  // namespace asyncio
