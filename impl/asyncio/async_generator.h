/// Async generators on a loop: as generators::AsyncGenerator, whose first operation makes the
/// running loop their keeper. One that is left unfinished is closed by that loop: by a task where
/// the last reference goes, or by shutdown_asyncgens. Where no loop runs, or it is closed, its
/// cleanup runs at once as far as it does not await. Claims: generators.async.*,
/// asyncio.run.finalises-async-generators
#pragma once

#include <memory>
#include <utility>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/gather.h"
#include "impl/generators/async_generator.h"

namespace asyncio {

/// What a loop has to close before it is closed itself.
class OpenGenerator {
 public:
  virtual ~OpenGenerator() = default;
  virtual Coroutine<> close() = 0;
};

/// Closes all async generators of the loop that are not finished; what goes wrong is told to the
/// exception handler.
Coroutine<> shutdown_asyncgens(LoopPointer loop);

template <class Yield>
class AsyncGenerator {
  using Inner = generators::AsyncGenerator<Yield, FuturePointer>;

 public:
  using Body = typename Inner::Body;
  using promise_type =
      generators::NativePromise<AsyncGenerator, Yield, Nothing, Nothing, FuturePointer>;

  explicit AsyncGenerator(std::unique_ptr<Body> body)
      : shared_(std::make_shared<Shared>(Inner(std::move(body)))) {}

  generators::State state() const noexcept { return shared_->inner.state(); }

  auto next() { return iterated().next(); }
  auto anext() { return iterated().anext(); }
  auto asend(Nothing sent) { return iterated().asend(sent); }
  auto athrow(std::exception_ptr error) { return iterated().athrow(std::move(error)); }
  auto aclose() { return iterated().aclose(); }

 private:
  struct Shared final : OpenGenerator {
    explicit Shared(Inner inner) : inner(std::move(inner)) {}
    Coroutine<> close() override { return closing(inner); }
    Inner inner;
    bool has_keeper = false;
  };

  static Coroutine<> closing(Inner generator) { co_await generator.aclose(); }

  Inner& iterated() {
    const LoopPointer loop = Loop::current();
    if (!shared_->has_keeper && loop) {
      shared_->has_keeper = true;
      loop->track(shared_);
      shared_->inner.set_finalizer([keeper = std::weak_ptr(loop)](Inner abandoned) {
        const LoopPointer loop = keeper.lock();
        if (!loop || loop->is_closed()) return;
        loop->call_soon_threadsafe([loop, abandoned = std::move(abandoned)]() mutable {
          create_task(loop, closing(std::move(abandoned)));
        });
      });
    }
    return shared_->inner;
  }

  std::shared_ptr<Shared> shared_;
};

}  // namespace asyncio
