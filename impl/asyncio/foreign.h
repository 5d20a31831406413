/// Between the coroutines of this folder and the objects of impl/generators: either awaits the
/// other, and other code than C++'s becomes a coroutine. Part of coroutine.h; not for use on its
/// own.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "impl/asyncio/coroutine.h"
#include "impl/generators/coroutine.h"

namespace asyncio {

/// A coroutine that is driven by `send`, `throw_` and `resume`.
template <class T = Nothing>
using HandDriven = generators::Coroutine<T, FuturePointer>;

/// The code of a coroutine in the form that impl/generators drives.
template <class T>
class CoroutineBody final : public generators::Resumable<FuturePointer, Nothing, T> {
 public:
  using typename generators::Resumable<FuturePointer, Nothing, T>::Step;

  explicit CoroutineBody(Coroutine<T> coroutine) : coroutine_(std::move(coroutine)) {
    coroutine_.begin(chain_);
  }

  Step resume(generators::Input<Nothing> input) noexcept override {
    auto* error = std::get_if<1>(&input);
    chain_.resume(error == nullptr ? nullptr : std::move(*error));
    if (!chain_.ended()) {
      FutureBase* const awaited = chain_.awaited();
      return generators::Awaited<FuturePointer>{awaited ? awaited->shared_from_this() : nullptr};
    }
    auto end = coroutine_.take_end();
    if (end.error) return generators::Raised{std::move(end.error)};
    return generators::Returned<T>{std::move(*end.result)};
  }

 private:
  Chain chain_;
  Coroutine<T> coroutine_;
};

template <class T>
HandDriven<T> driven_by_hand(Coroutine<T> coroutine) {
  return HandDriven<T>(std::make_unique<CoroutineBody<T>>(std::move(coroutine)));
}

/// For the bodies of async generators.
template <class T>
class HostedAwaiter : private HandDriven<T>, public generators::Delegation<HandDriven<T>> {
 public:
  explicit HostedAwaiter(Coroutine<T> coroutine)
      : HandDriven<T>(driven_by_hand(std::move(coroutine))),
        generators::Delegation<HandDriven<T>>(static_cast<HandDriven<T>&>(*this)) {}
};
template <class T>
auto operator co_await(Coroutine<T>&& coroutine) {
  return HostedAwaiter<T>(std::move(coroutine));
}

inline generators::Input<Nothing> input_of(std::exception_ptr error) {
  using Input = generators::Input<Nothing>;
  return error ? Input(std::in_place_index<1>, std::move(error)) : Input();
}

/// Goes on with `body`, raising `error` in it where there is one, to its next wait. None at its
/// end: its result is in `result` then, its error in `error`.
template <class T>
std::optional<Pass> run_to_wait(typename Coroutine<T>::Body& body, std::exception_ptr& error,
                                std::optional<T>& result) {
  while (true) {
    auto step = body.resume(input_of(std::exchange(error, nullptr)));
    if (auto* awaited = std::get_if<generators::Awaited<FuturePointer>>(&step))
      return std::optional<Pass>(std::in_place, std::move(awaited->value));
    if (auto* yielded = std::get_if<generators::Yielded<FuturePointer>>(&step))
      return std::optional<Pass>(std::in_place, std::move(yielded->value));
    if (auto* returned = std::get_if<generators::Returned<T>>(&step)) {
      result.emplace(std::move(returned->value));
      return std::nullopt;
    }
    if (auto* raised = std::get_if<generators::Raised>(&step)) {
      error = std::move(raised->error);
      return std::nullopt;
    }
    error = errors::make(errors::TypeError("a coroutine's body cannot delegate: give it a future"));
  }
}

/// Runs `body` to its end. Many wait here at once: little is in the frame.
template <class T>
Coroutine<T> run_body(std::unique_ptr<typename Coroutine<T>::Body> body) {
  std::exception_ptr error;
  std::optional<T> result;
  std::optional<Pass> wait;
  while ((wait = run_to_wait<T>(*body, error, result))) {
    error = co_await *wait;
    wait.reset();
  }
  body.reset();
  if (error) std::rethrow_exception(error);
  if constexpr (!std::is_same_v<T, Nothing>) co_return std::move(*result);
}

template <class T>
Coroutine<T>::Coroutine(std::unique_ptr<Body> body) : Coroutine(run_body<T>(std::move(body))) {}

/// Runs an activation of impl/generators to the end of what it was asked for.
inline Coroutine<> run_activation(generators::Delegated<FuturePointer, Nothing> delegated) {
  generators::Input<Nothing> input = std::move(delegated.first);
  while (true) {
    auto pause = delegated.to->drive(std::move(input), delegated.result);
    if (auto* ended = std::get_if<generators::Ended>(&pause)) {
      if (ended->error) std::rethrow_exception(ended->error);
      co_return;
    }
    input = input_of(
        co_await Pass(std::move(std::get<generators::Suspended<FuturePointer>>(pause).value)));
  }
}

template <class Object>
class ForeignAwaiter {
  using Result = typename Object::ResultType;

 public:
  explicit ForeignAwaiter(Object& object) : object_(object) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    run_.emplace(run_activation(object_.delegation(result_)));
    run_->awaiter().await_suspend(caller);
  }
  auto await_resume() {
    run_->awaiter().await_resume();
    // The steps that may end without a result have an awaiter of their own, and say so.
    if constexpr (requires { object_.operator co_await(); }) {
      return std::move(result_);
    } else {
      return result_ ? std::move(*result_) : generators::None<Result>::make();
    }
  }

 private:
  Object& object_;
  std::optional<Result> result_;
  std::optional<Coroutine<>> run_;
};

template <class Object>
auto await_foreign(Object& object) {
  return ForeignAwaiter<Object>(object);
}

}  // namespace asyncio
