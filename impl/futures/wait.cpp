#include "impl/futures/wait.h"

#include <algorithm>
#include <iterator>

#include "impl/futures/watching.h"

namespace futures {
namespace {

bool met(ReturnWhen return_when, const std::vector<FuturePointer>& done) {
  switch (return_when) {
    case ReturnWhen::first_completed:
      return !done.empty();
    case ReturnWhen::first_exception:
      return std::ranges::any_of(done, [](const auto& future) { return future->failed(); });
    default:
      return false;
  }
}

}  // namespace

std::unordered_set<const FutureBase*> wait_for_done(const std::vector<FuturePointer>& futures,
                                                    Timeout timeout, ReturnWhen return_when) {
  Watching watching;
  std::vector<FuturePointer> done = watching.watch(futures);
  if (watching.pending() > 0 && !met(return_when, done)) {
    const bool one_is_enough = return_when == ReturnWhen::first_completed;
    watching.wait(one_is_enough ? 1 : watching.pending(),
                  return_when == ReturnWhen::first_exception, threading::deadline_after(timeout));
    std::ranges::move(watching.take(), std::back_inserter(done));
  }
  std::unordered_set<const FutureBase*> known;
  for (const FuturePointer& future : done) known.insert(future.get());
  return known;
}

}  // namespace futures
