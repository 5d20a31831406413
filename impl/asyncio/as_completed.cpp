#include "impl/asyncio/as_completed.h"

namespace asyncio {

struct Completions::Watch final : Runnable {
  Watch(std::weak_ptr<Completions> completions, FuturePointer future)
      : completions(std::move(completions)), future(std::move(future)) {}
  void run(RunnablePointer&&) override {
    if (const auto all = completions.lock()) all->completed(future);
  }

  const std::weak_ptr<Completions> completions;
  const FuturePointer future;
};

std::shared_ptr<Completions> Completions::of(const std::vector<FuturePointer>& futures,
                                             TimeLimit limit) {
  auto all = std::make_shared<Completions>();
  for (const auto& future : futures) {
    auto& watch = all->watches_[future.get()];
    if (watch) continue;
    watch = std::make_shared<Watch>(all, future);
    future->add_waiter(watch);
  }
  all->count_ = all->watches_.size();
  if (limit && all->count_ > 0) {
    all->timer_.replace(Loop::running()->call_later(*limit, [weak = std::weak_ptr(all)] {
      if (const auto all = weak.lock()) all->time_out();
    }));
  }
  return all;
}

Coroutine<FuturePointer> Completions::next() {
  FuturePointer ended = co_await ended_.get();
  if (!ended) throw errors::TimeoutError("");
  co_return ended;
}

void Completions::completed(const FuturePointer& future) {
  if (watches_.erase(future.get()) == 0) return;  // the time was over first
  ended_.put_nowait(future);
  if (watches_.empty()) timer_.cancel();
}

void Completions::time_out() {
  for (const auto& [future, watch] : std::exchange(watches_, {})) {
    future->remove_done_callback(watch);
    ended_.put_nowait(nullptr);
  }
}

}  // namespace asyncio
