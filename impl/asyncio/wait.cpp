#include "impl/asyncio/wait.h"

#include <deque>
#include <unordered_set>

#include "impl/asyncio/scoped_timer.h"
#include "impl/asyncio/waker.h"

namespace asyncio {
namespace {

/// Counts the futures that end, and wakes who waits.
class Waiting {
 public:
  Waiting(std::vector<FuturePointer> futures, TimeLimit limit, ReturnWhen when)
      : when_(when), left_(futures.size()), wake_(make_wake(Loop::running())) {
    if (limit) {
      timer_.replace(wake_->loop()->call_later(*limit, [wake = wake_] { release(*wake); }));
    }
    for (auto& future : futures) {
      RunnablePointer watch = std::make_shared<Watch>(*this, *future);
      future->add_waiter(watch);
      watches_.emplace_back(std::move(future), std::move(watch));
    }
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() {
    for (const auto& [future, watch] : watches_) {
      future->remove_done_callback(watch);
      static_cast<Watch&>(*watch).waiting = nullptr;
    }
  }

  const Wake& wake() const { return wake_; }

 private:
  struct Watch final : Runnable {
    Watch(Waiting& waiting, FutureBase& future) : waiting(&waiting), future(future) {}
    void run(RunnablePointer&&) override {
      if (waiting != nullptr) waiting->completed(future);
    }
    Waiting* waiting;  ///< null once it is over
    FutureBase& future;
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
  std::deque<std::pair<FuturePointer, RunnablePointer>> watches_;
};

}  // namespace

std::vector<FuturePointer> distinct(const std::vector<FuturePointer>& futures) {
  std::unordered_set<FutureBase*> seen;
  std::vector<FuturePointer> kept;
  for (const auto& future : futures) {
    if (seen.insert(future.get()).second) kept.push_back(future);
  }
  return kept;
}

Coroutine<> wait_until(std::vector<FuturePointer> futures, TimeLimit limit, ReturnWhen when) {
  if (futures.empty()) throw errors::ValueError("Set of Tasks/Futures is empty.");
  const Waiting waiting(std::move(futures), limit, when);
  co_await waiting.wake();
}

}  // namespace asyncio
