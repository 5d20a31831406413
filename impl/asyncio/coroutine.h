/// The coroutine type of asynchronous functions in C++: awaits futures and other coroutines, ends
/// with a T.
///
///     Coroutine<int> length(Url url) { co_return (co_await fetch(url)).size(); }
///
/// Lazy: nothing runs before it is awaited or made a task. Awaiting it runs it in place of the
/// awaiter, and does not by itself give other tasks a turn. A frame costs one allocation. Errors:
/// RuntimeError where it is awaited a second time. Claims: asyncio.await.*, asyncio.coroutine.*
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "impl/asyncio/chain.h"
#include "impl/asyncio/leaf.h"
#include "impl/errors/hierarchy.h"
#include "impl/generators/resumable.h"

namespace asyncio {

using generators::Nothing;

class FramePromise {
 public:
  struct Final {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> frame) const noexcept {
      FramePromise& promise = frame.promise();
      promise.chain_->return_to(promise.caller_);
    }
    void await_resume() const noexcept {}
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }
  Final final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }

  Chain& chain() const { return *chain_; }
  /// Enters a chain, once; at its end it returns to `caller` (null: the chain ends).
  void join(Chain& chain, std::coroutine_handle<> caller) {
    if (chain_ != nullptr)
      throw errors::RuntimeError("cannot reuse a coroutine that is or was awaited already");
    chain_ = &chain;
    caller_ = caller;
  }

 protected:
  std::exception_ptr error_;

 private:
  Chain* chain_ = nullptr;
  std::coroutine_handle<> caller_;
};

/// How a coroutine ended: a result or an error.
template <class T>
struct CoroutineEnd {
  std::exception_ptr error;
  std::optional<T> result;
};

template <class T>
class ResultPromise : public FramePromise {
 public:
  void return_value(T value) { result_.emplace(std::move(value)); }
  T take() {
    if (error_) std::rethrow_exception(error_);
    return std::move(*result_);
  }
  CoroutineEnd<T> end() { return {std::move(error_), std::move(result_)}; }

 private:
  std::optional<T> result_;
};

template <>
class ResultPromise<Nothing> : public FramePromise {
 public:
  void return_void() noexcept {}
  Nothing take() {
    if (error_) std::rethrow_exception(error_);
    return {};
  }
  CoroutineEnd<Nothing> end() {
    const bool failed = error_ != nullptr;
    return {std::move(error_), failed ? std::nullopt : std::optional(Nothing())};
  }
};

template <class T = Nothing>
class [[nodiscard]] Coroutine {
 public:
  using ResultType = T;
  /// Any other code that awaits futures, such as an interpreter's.
  using Body = generators::Resumable<FuturePointer, Nothing, T>;
  struct promise_type;

  explicit Coroutine(std::unique_ptr<Body> body);
  Coroutine(Coroutine&& other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  Coroutine& operator=(Coroutine&& other) noexcept {
    Coroutine dropped(std::exchange(frame_, std::exchange(other.frame_, nullptr)));
    return *this;
  }
  ~Coroutine() {
    if (frame_) frame_.destroy();
  }

  /// False once it is given away.
  explicit operator bool() const { return frame_ != nullptr; }

  /// For who drives it: makes it the outermost of `chain`.
  void begin(Chain& chain) {
    frame_.promise().join(chain, nullptr);
    chain.begin(frame_);
  }
  /// Of one that has ended: how. Its frame is destroyed.
  CoroutineEnd<T> take_end() {
    CoroutineEnd<T> end = frame_.promise().end();
    std::exchange(frame_, nullptr).destroy();
    return end;
  }

  class Awaiter {
   public:
    explicit Awaiter(std::coroutine_handle<promise_type> callee) : callee_(callee) {}
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> caller) {
      if (!callee_) throw errors::RuntimeError("cannot await a coroutine that was given away");
      Chain& chain = caller.promise().chain();
      callee_.promise().join(chain, caller);
      chain.call(callee_);
    }
    T await_resume() { return callee_.promise().take(); }

   private:
    std::coroutine_handle<promise_type> callee_;
  };
  Awaiter awaiter() const { return Awaiter(frame_); }

 private:
  using Frame = std::coroutine_handle<promise_type>;
  explicit Coroutine(Frame frame) : frame_(frame) {}

  Frame frame_;
};

template <class Object>
auto await_foreign(Object& object);

/// An object of impl/generators that is awaited: a coroutine, or a step of an async generator.
template <class Object>
concept ForeignAwaitable = requires(
    Object& object, std::optional<typename Object::ResultType>& slot) { object.delegation(slot); };

template <class T>
struct Coroutine<T>::promise_type : ResultPromise<T> {
  Coroutine get_return_object() { return Coroutine(Frame::from_promise(*this)); }

  template <class U>
  auto await_transform(Coroutine<U>& callee) {
    return callee.awaiter();
  }
  template <class U>
  auto await_transform(Coroutine<U>&& callee) {
    return callee.awaiter();
  }
  template <class Awaitable>
  decltype(auto) await_transform(Awaitable&& awaitable) {
    if constexpr (ForeignAwaitable<std::remove_cvref_t<Awaitable>>) {
      return await_foreign(awaitable);
    } else {
      return std::forward<Awaitable>(awaitable);
    }
  }
};

}  // namespace asyncio

#include "impl/asyncio/foreign.h"
