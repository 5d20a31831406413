/// Python's async generator object over any body; with a C++20 coroutine as its body the return
/// type of an async function that yields:
///
///     AsyncGenerator<int, Leaf> ticks(int n) { for (int i = 0; i < n; ++i) { co_await pause();
///     co_yield i; } } while (auto tick = co_await generator.next()) ...
///
/// The object itself is neither awaitable nor iterable: its operations are (async_step.h), which
/// keep it alive. Lazy: nothing runs before the first operation is driven, then only to the next
/// yield. It never gives other tasks a turn on its own: only what its body awaits does. One
/// operation at a time. After its end every `anext` raises StopAsyncIteration. Destruction of a
/// suspended one hands it to its finalizer, which has to close it; without one its cleanup runs at
/// once as far as it does not await. Thread safety: operations from any thread, one at a time.
/// Claims: generators.async.*
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "impl/generators/async_step.h"

namespace generators {

template <class Yield, class Await, class Send = Nothing, class Return = Nothing>
class [[nodiscard]] AsyncGenerator {
  using Core = AsyncActivation<Yield, Send, Return, Await>;

 public:
  using Body = Resumable<Yield, Send, Return, Await>;
  using Step = AsyncStep<Yield, Await, Send>;
  using Next = NextStep<Yield, Await, Send>;
  using Finalizer = std::function<void(AsyncGenerator)>;
  using promise_type = NativePromise<AsyncGenerator, Yield, Send, Return, Await>;

  explicit AsyncGenerator(std::unique_ptr<Body> body)
      : AsyncGenerator(std::make_unique<Core>(std::move(body))) {}

  State state() const noexcept { return owner_->core->state(); }

  Next next() { return step<Next>(Operation::next, value(None<Send>::make())); }
  Step anext() { return step<Step>(Operation::anext, value(None<Send>::make())); }
  Step asend(Send sent) { return step<Step>(Operation::asend, value(std::move(sent))); }
  Step athrow(std::exception_ptr error) {
    return step<Step>(Operation::athrow, raised(std::move(error)));
  }
  Step aclose() {
    return step<Step>(Operation::aclose, raised(errors::make(errors::GeneratorExit())));
  }

  /// Who takes over where the last reference goes while it is suspended: the event loop that runs
  /// it.
  void set_finalizer(Finalizer finalizer) { owner_->finalizer = std::move(finalizer); }

 private:
  /// The activation and what becomes of it when nobody can resume it any more.
  struct Owner {
    explicit Owner(std::unique_ptr<Core> core) : core(std::move(core)) {}
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;
    ~Owner() { finalize(std::move(core), finalizer); }

    std::unique_ptr<Core> core;
    Finalizer finalizer;
  };

  explicit AsyncGenerator(std::unique_ptr<Core> core)
      : owner_(std::make_shared<Owner>(std::move(core))) {}

  using First = Input<Send>;
  static First value(Send sent) { return First(std::in_place_index<0>, std::move(sent)); }
  static First raised(std::exception_ptr error) {
    return First(std::in_place_index<1>, std::move(error));
  }

  template <class Kind>
  Kind step(Operation operation, First first) {
    using Activation = OperationActivation<Yield, Send, Return, Await>;
    auto core = std::shared_ptr<Core>(owner_, owner_->core.get());
    return Kind(std::make_unique<Activation>(std::move(core), operation, std::move(first)));
  }

  static void finalize(std::unique_ptr<Core> core, const Finalizer& finalizer) noexcept {
    if (core->state() != State::suspended) return;
    try {
      if (finalizer) return finalizer(AsyncGenerator(std::move(core)));
      close_at_once(*core);
    } catch (...) {
      errors::report_unraisable(std::current_exception(), "async generator");
    }
  }

  static void close_at_once(Core& core) {
    std::optional<Yield> yielded;
    auto pause = core.drive(raised(errors::make(errors::GeneratorExit())), &yielded);
    const auto* ended = std::get_if<Ended>(&pause);
    if (ended == nullptr || yielded)
      throw errors::RuntimeError("async generator ignored GeneratorExit");
    if (ended->error && !errors::matches(ended->error, "GeneratorExit"))
      std::rethrow_exception(ended->error);
  }

  std::shared_ptr<Owner> owner_;
};

}  // namespace generators
