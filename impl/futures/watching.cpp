#include "impl/futures/watching.h"

namespace futures {

std::vector<FuturePointer> Watching::watch(const std::vector<FuturePointer>& futures) {
  std::vector<FuturePointer> done;
  for (const FuturePointer& future : futures) {
    pending_.emplace(future.get(), future);  // first, so that no error leaves it watched
    if (!future->watch(watcher_)) continue;
    pending_.erase(future.get());
    done.push_back(future);
  }
  return done;
}

Watching::~Watching() {
  for (const auto& [future, pointer] : pending_) pointer->unwatch(watcher_);
}

std::vector<FuturePointer> Watching::take() {
  std::vector<FuturePointer> ended = watcher_.take();
  for (const FuturePointer& future : ended) pending_.erase(future.get());
  return ended;
}

}  // namespace futures
