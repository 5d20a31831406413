/// concurrent.futures.wait: waits for many futures, of one type of result or, as FutureBase, of
/// several.
///
/// A future given twice counts once. A cancelled one counts as done from the moment at which who
/// would have run it sees that. Running out of time is no error. Errors: as `deadline_after`.
#pragma once

#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

#include "impl/futures/future_base.h"

namespace futures {

enum class ReturnWhen { first_completed, first_exception, all_completed };

/// Both in the order given.
template <class F>
struct DoneAndNotDone {
  std::vector<std::shared_ptr<F>> done;
  std::vector<std::shared_ptr<F>> not_done;
};

/// Each future once, at its first place.
template <class F>
std::vector<std::shared_ptr<F>> distinct(std::vector<std::shared_ptr<F>> futures) {
  std::unordered_set<const FutureBase*> seen;
  std::erase_if(futures, [&](const auto& future) { return !seen.insert(future.get()).second; });
  return futures;
}

/// Those that were done when the wait ended. `futures` are distinct.
std::unordered_set<const FutureBase*> wait_for_done(const std::vector<FuturePointer>& futures,
                                                    Timeout timeout, ReturnWhen return_when);

template <class F>
DoneAndNotDone<F> wait(std::vector<std::shared_ptr<F>> futures, Timeout timeout = {},
                       ReturnWhen return_when = ReturnWhen::all_completed) {
  futures = distinct(std::move(futures));
  const auto done = wait_for_done({futures.begin(), futures.end()}, timeout, return_when);
  DoneAndNotDone<F> parts;
  for (auto& future : futures) {
    (done.contains(future.get()) ? parts.done : parts.not_done).push_back(std::move(future));
  }
  return parts;
}

}  // namespace futures
