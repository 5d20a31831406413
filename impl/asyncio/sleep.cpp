#include "impl/asyncio/sleep.h"

#include "impl/asyncio/future.h"

namespace asyncio {
namespace {

/// A timer that does not outlive the wait for it.
class ScopedTimer {
 public:
  explicit ScopedTimer(HandlePointer handle) : handle_(std::move(handle)) {}
  ScopedTimer(const ScopedTimer&) = delete;
  ScopedTimer& operator=(const ScopedTimer&) = delete;
  ~ScopedTimer() { handle_->cancel(); }

 private:
  HandlePointer handle_;
};

}  // namespace

Coroutine<> sleep(Seconds delay) {
  if (delay <= Seconds(0)) {
    co_await generators::Suspension<FuturePointer, generators::Nothing>(nullptr);
    co_return;
  }
  const auto loop = Loop::running();
  const auto wake = std::make_shared<Future<generators::Nothing>>(loop);
  const ScopedTimer timer(loop->call_later(delay, [wake] {
    if (!wake->done()) wake->set_result({});
  }));
  co_await wake;
}

}  // namespace asyncio
