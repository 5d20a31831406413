/// How coroutines here wait for an event that is no future of theirs: a future that only wakes
/// them, and what wakes it. The loop's thread alone.
#pragma once

#include <memory>
#include <utility>

#include "impl/asyncio/future.h"

namespace asyncio {

/// A future that only wakes somebody.
using Wake = std::shared_ptr<Future<Nothing>>;

inline Wake make_wake(LoopPointer loop) {
  return std::make_shared<Future<Nothing>>(std::move(loop));
}
/// Ends it unless it has ended already.
inline void release(Future<Nothing>& wake) {
  if (!wake.done()) wake.set_result({});
}

/// Waits for a future, for a scope, on behalf of a wake.
class WakeWhenDone {
 public:
  WakeWhenDone(FuturePointer future, Wake wake)
      : future_(std::move(future)), waiter_(std::make_shared<Release>(std::move(wake))) {
    future_->add_waiter(waiter_);
  }
  WakeWhenDone(const WakeWhenDone&) = delete;
  WakeWhenDone& operator=(const WakeWhenDone&) = delete;
  ~WakeWhenDone() { stop(); }

  void stop() { future_->remove_done_callback(waiter_); }

 private:
  struct Release final : Runnable {
    explicit Release(Wake wake) : wake(std::move(wake)) {}
    void run(RunnablePointer&&) override { release(*wake); }
    const Wake wake;
  };

  const FuturePointer future_;
  const RunnablePointer waiter_;
};

}  // namespace asyncio
