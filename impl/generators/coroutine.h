/// Python's native coroutine object over any body; with a C++20 coroutine as its body the return
/// type of an async function:
///
///     Coroutine<int, Leaf> add(int a, int b) { co_return a + b; }
///     add(2, 3).send({}).result() == 5
///
/// Needs no loop: whoever calls `send`, `throw_` and `close` drives it, and gets what the innermost
/// leaf awaits. It is not iterable. Awaiting a coroutine runs it in place of the awaiter, to any
/// depth, and gives its result or raises its error. Await: what leaves hand to the driver. Send:
/// what the driver sends back. Destruction closes a suspended coroutine: its cleanup runs. Errors:
/// RuntimeError where one is driven after its end, or awaited while it is being awaited already;
/// else those of Driven. Claims: generators.coroutine.*, generators.schedule.user-driven
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "impl/generators/driven.h"
#include "impl/generators/native_body.h"
#include "impl/generators/plain_activation.h"

namespace generators {

template <class Return, class Await, class Send = Nothing>
class [[nodiscard]] Coroutine : public Driven<Await, Send, Return> {
  using Base = Driven<Await, Send, Return>;

 public:
  using Body = Resumable<Await, Send, Return>;
  using promise_type = NativePromise<Coroutine, Await, Send, Return, Await>;

  explicit Coroutine(std::unique_ptr<Body> body)
      : Base(std::make_unique<PlainActivation<Await, Send, Return, CoroutineRules>>(
            std::move(body))) {}
  Coroutine(Coroutine&&) noexcept = default;
  Coroutine& operator=(Coroutine&& other) noexcept {
    this->finalize();
    Base::operator=(std::move(other));
    return *this;
  }
  ~Coroutine() { this->finalize(); }

  /// As Driven's, but a coroutine has one awaiter only.
  Delegated<Await, Send> delegation(std::optional<Return>& slot) {
    if (this->delegates()) throw errors::RuntimeError("coroutine is being awaited already");
    return Base::delegation(slot);
  }
};

template <class Return, class Await, class Send>
auto operator co_await(Coroutine<Return, Await, Send>& coroutine) {
  return Delegation(coroutine);
}
template <class Return, class Await, class Send>
auto operator co_await(Coroutine<Return, Await, Send>&& coroutine) {
  return Delegation(coroutine);
}

}  // namespace generators
