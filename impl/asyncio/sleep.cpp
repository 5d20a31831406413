#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

Coroutine<> sleeping(Seconds delay) { co_await Sleep(delay); }

}  // namespace

std::shared_ptr<SleepFuture> SleepFuture::make(Seconds delay) {
  const LoopPointer& loop = Loop::running();
  auto future = std::make_shared<SleepFuture>(loop);
  loop->schedule(loop->time() + delay, future);
  return future;
}

Sleep::operator Coroutine<>() const { return sleeping(delay_); }

void SleepAwaiter::end_early(const std::exception_ptr& error) {
  if (future_) future_->drop();
  if (error) std::rethrow_exception(error);
  throw errors::RuntimeError("await wasn't used with future");
}

}  // namespace asyncio
