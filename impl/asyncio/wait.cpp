#include "impl/asyncio/wait.h"

#include <deque>
#include <utility>

#include "impl/asyncio/scoped_timer.h"
#include "impl/asyncio/waker.h"

namespace asyncio {
namespace {

/// Counts the futures that end, and wakes who waits.
class Waiting {
 public:
  Waiting(std::size_t count, TimeLimit limit, ReturnWhen when)
      : when_(when), left_(count), wake_(make_wake(Loop::running())) {
    if (limit) {
      timer_.replace(wake_->loop()->call_later(*limit, [wake = wake_] { release(*wake); }));
    }
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() {
    for (Watch& watch : *watches_) {
      if (FutureBase* const pending = std::exchange(watch.future, nullptr))
        pending->remove_done_callback(RunnablePointer(watches_, &watch));
    }
  }

  void watch(FutureBase& future) {
    Watch& watch = watches_->emplace_back(*this, future);
    future.add_waiter(RunnablePointer(watches_, &watch));
  }
  const Wake& wake() const { return wake_; }

 private:
  struct Watch final : Runnable {
    Watch(Waiting& waiting, FutureBase& future) : waiting(waiting), future(&future) {}
    void run(RunnablePointer&&) override {
      if (const FutureBase* const ended = std::exchange(future, nullptr)) waiting.completed(*ended);
    }
    Waiting& waiting;
    FutureBase* future;  ///< null once it has ended, or the waiting has
  };

  void completed(const FutureBase& future) {
    --left_;
    const bool wakes = left_ == 0 || when_ == ReturnWhen::first_completed ||
                       (when_ == ReturnWhen::first_exception && !future.cancelled() &&
                        future.exception() != nullptr);
    if (!wakes) return;
    timer_.cancel();
    release(*wake_);
  }

  const ReturnWhen when_;
  std::size_t left_;
  const Wake wake_;
  ScopedTimer timer_;
  const std::shared_ptr<std::deque<Watch>> watches_ = std::make_shared<std::deque<Watch>>();
};

}  // namespace

Coroutine<> wait_until(std::vector<FutureBase*> futures, TimeLimit limit, ReturnWhen when) {
  if (futures.empty()) throw errors::ValueError("Set of Tasks/Futures is empty.");
  Waiting waiting(futures.size(), limit, when);
  for (FutureBase* const future : futures) waiting.watch(*future);
  co_await waiting.wake();
}

}  // namespace asyncio
