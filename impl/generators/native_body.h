/// C++20 coroutine frames as resumables: what Generator, Coroutine and AsyncGenerator have as
/// promise types.
///
/// In such a body `co_yield value` yields and gives what is sent (or raises what is thrown);
/// `co_await` waits for another object of this folder (Delegation) or for a leaf (Suspension).
/// Errors leave the body by unwinding it.
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "impl/generators/resumable.h"

namespace generators {

/// The part of a promise that its awaiters use: the door through which a resumed body gets its
/// input.
template <class Send>
class InputDoor {
 public:
  void put(Input<Send> input) { input_ = std::move(input); }
  /// The value that the body was resumed with; throws the error where it is one.
  Send take() {
    if (auto* error = std::get_if<1>(&input_))
      std::rethrow_exception(std::exchange(*error, nullptr));
    return std::move(std::get<0>(input_));
  }

 private:
  Input<Send> input_{std::in_place_index<0>, None<Send>::make()};
};

template <class Yield, class Send, class Return, class Await>
class BodyPromise : public InputDoor<Send> {
 public:
  using Step = generators::Step<Yield, Send, Return, Await>;

  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { put_step(Raised{std::current_exception()}); }

  struct YieldPoint : std::suspend_always {
    BodyPromise& promise;
    explicit YieldPoint(BodyPromise& promise) : promise(promise) {}
    Send await_resume() { return promise.take(); }
  };
  YieldPoint yield_value(Yield value) {
    put_step(Yielded<Yield>{std::move(value)});
    return YieldPoint(*this);
  }

  void stop_at(Awaited<Await> leaf) { put_step(std::move(leaf)); }
  void stop_at(Delegated<Await, Send> delegated) { put_step(std::move(delegated)); }
  Step take_step() { return std::move(step_); }

 protected:
  void end_with(Return value) { put_step(Returned<Return>{std::move(value)}); }

 private:
  template <class Kind>
  void put_step(Kind step) {
    step_.template emplace<Kind>(std::move(step));
  }

  Step step_{std::in_place_type<Raised>};
};

/// `co_return`: with a value, or without where the body returns Nothing.
template <class Yield, class Send, class Return, class Await>
struct ReturningPromise : BodyPromise<Yield, Send, Return, Await> {
  void return_value(Return value) { this->end_with(std::move(value)); }
};
template <class Yield, class Send, class Await>
struct ReturningPromise<Yield, Send, Nothing, Await> : BodyPromise<Yield, Send, Nothing, Await> {
  void return_void() { this->end_with(Nothing{}); }
};

template <class Promise, class Yield, class Send, class Return, class Await>
class NativeBody final : public Resumable<Yield, Send, Return, Await> {
 public:
  using typename Resumable<Yield, Send, Return, Await>::Step;

  explicit NativeBody(Promise& promise)
      : frame_(std::coroutine_handle<Promise>::from_promise(promise)) {}
  NativeBody(const NativeBody&) = delete;
  NativeBody& operator=(const NativeBody&) = delete;
  ~NativeBody() override { frame_.destroy(); }

  Step resume(Input<Send> input) noexcept override {
    frame_.promise().put(std::move(input));
    frame_.resume();
    return frame_.promise().take_step();
  }

 private:
  std::coroutine_handle<Promise> frame_;
};

/// The promise type of an Object that is made from a std::unique_ptr of its body.
template <class Object, class Yield, class Send, class Return, class Await>
struct NativePromise : ReturningPromise<Yield, Send, Return, Await> {
  Object get_return_object() {
    return Object(std::make_unique<NativeBody<NativePromise, Yield, Send, Return, Await>>(*this));
  }
};

/// Awaits a leaf: hands `value` to the driver of the chain and gives what the driver sends.
template <class Await, class Send>
class Suspension {
 public:
  explicit Suspension(Await value) : value_(std::move(value)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> body) {
    door_ = &body.promise();
    body.promise().stop_at(Awaited<Await>{std::move(value_)});
  }
  Send await_resume() { return door_->take(); }

 private:
  Await value_;
  InputDoor<Send>* door_ = nullptr;
};

/// Awaits another object that is driven: gives its result, or raises its error.
template <class Object>
class Delegation {
  using Send = typename Object::SendType;
  using Result = typename Object::ResultType;

 public:
  explicit Delegation(Object& object) : object_(object) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> body) {
    body.promise().stop_at(object_.delegation(result_));
    door_ = &body.promise();
  }
  Result await_resume() {
    auto result = take_result();
    return result ? std::move(*result) : None<Result>::make();
  }

 protected:
  /// Empty where the object ended without a result.
  std::optional<Result> take_result() {
    door_->take();
    return std::move(result_);
  }

 private:
  Object& object_;
  std::optional<Result> result_;
  InputDoor<Send>* door_ = nullptr;
};

}  // namespace generators
