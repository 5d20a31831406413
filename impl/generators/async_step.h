/// One operation on an async generator (`anext`, `asend`, `athrow`, `aclose`): an awaitable of its
/// own, which does nothing until it is awaited or driven by hand, passes through what the body
/// awaits, and ends with the value that is yielded.
///
/// Result: the yielded value; None for `aclose`. Errors: StopAsyncIteration where the generator has
/// ended; RuntimeError where another operation is under way ("already running"), where this one is
/// driven after its end, and where the body answers `aclose` with a yield. Claims:
/// generators.async.*
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "impl/generators/async_activation.h"
#include "impl/generators/driven.h"
#include "impl/generators/native_body.h"

namespace generators {

/// `next` is the form for C++: an `anext` that ends without a result, and without an error, at the
/// end.
enum class Operation { next, anext, asend, athrow, aclose };

template <class Yield, class Send, class Return, class Await>
class OperationActivation final : public Activation<Await, Send> {
 public:
  using Generator = AsyncActivation<Yield, Send, Return, Await>;
  using Turn = typename Activation<Await, Send>::Turn;

  OperationActivation(std::shared_ptr<Generator> generator, Operation operation, Input<Send> first)
      : generator_(std::move(generator)), operation_(operation), first_(std::move(first)) {}

  std::string_view noun() const noexcept override { return "coroutine"; }

 private:
  bool sends() const { return operation_ != Operation::athrow && !closes(); }
  bool closes() const { return operation_ == Operation::aclose; }

  Turn advance(Input<Send> input) noexcept override {
    return started_ ? finish(std::move(input)) : start(std::move(input));
  }

  Turn start(Input<Send> input) noexcept {
    const bool thrown_at = input.index() == 1;
    if (!sends() && !thrown_at && generator_->state() == State::closed) return Ended{};
    if (!generator_->begin_operation()) return refuse();
    if (!sends() && !thrown_at && generator_->exhausted) return stop(stop_async_iteration());
    if (!thrown_at && !None<Send>::is(std::get<0>(input))) {
      if (!sends()) return refuse_value();
      first_ = input;
    }
    started_ = true;
    if (closes()) generator_->exhausted = true;
    return Delegated<Await, Send>{generator_.get(), std::move(thrown_at ? input : first_),
                                  &yielded_};
  }

  /// Another operation is under way: a send may be tried again later, the others are spent.
  Turn refuse() const noexcept {
    return Ended{already_running(), sends() ? State::created : State::closed};
  }

  /// What throws or closes has no place for a value; it can still be awaited.
  Turn refuse_value() noexcept {
    generator_->end_operation();
    return Ended{
        errors::make(errors::RuntimeError("can't send non-None value to a just-started coroutine")),
        State::created};
  }

  /// The generator has yielded, ended or failed.
  Turn finish(Input<Send> input) noexcept {
    if (auto* error = std::get_if<1>(&input)) return failed(std::move(*error));
    if (!yielded_) return ended(operation_ == Operation::next ? nullptr : stop_async_iteration());
    if (closes())
      return stop(errors::make(errors::RuntimeError("async generator ignored GeneratorExit")));
    static_cast<std::optional<Yield>*>(this->result_)->emplace(std::move(*yielded_));
    return stop(nullptr);
  }

  Turn failed(std::exception_ptr error) noexcept {
    const bool is_end =
        errors::matches(error, "StopAsyncIteration") || errors::matches(error, "GeneratorExit");
    return is_end ? ended(std::move(error)) : stop(std::move(error));
  }
  Turn ended(std::exception_ptr error) noexcept {
    generator_->exhausted = true;
    return stop(closes() ? nullptr : std::move(error));
  }
  Turn stop(std::exception_ptr error) noexcept {
    generator_->end_operation();
    return Ended{std::move(error)};
  }

  std::exception_ptr spent(const Input<Send>&) const noexcept override {
    const char* const names = sends() ? "__anext__()/asend()" : "aclose()/athrow()";
    return errors::make(errors::RuntimeError(std::string("cannot reuse already awaited ") + names));
  }
  void release() noexcept override {}

  std::exception_ptr already_running() const {
    const char* const name = sends() ? "anext" : closes() ? "aclose" : "athrow";
    return errors::make(
        errors::RuntimeError(std::string(name) + "(): asynchronous generator is already running"));
  }
  static std::exception_ptr stop_async_iteration() {
    return errors::make(errors::StopAsyncIteration());
  }

  std::shared_ptr<Generator> generator_;
  Operation operation_;
  Input<Send> first_;
  std::optional<Yield> yielded_;
  bool started_ = false;
};

template <class Yield, class Await, class Send>
class [[nodiscard]] AsyncStep : public Driven<Await, Send, Yield> {
 public:
  using Driven<Await, Send, Yield>::Driven;
};

/// The operation `next`: awaiting it gives a std::optional of the value.
template <class Yield, class Await, class Send>
class [[nodiscard]] NextStep : public AsyncStep<Yield, Await, Send> {
 public:
  using AsyncStep<Yield, Await, Send>::AsyncStep;

  struct Awaiter : Delegation<NextStep> {
    using Delegation<NextStep>::Delegation;
    std::optional<Yield> await_resume() { return this->take_result(); }
  };
  Awaiter operator co_await() { return Awaiter(*this); }
};

template <class Yield, class Await, class Send>
auto operator co_await(AsyncStep<Yield, Await, Send>& step) {
  return Delegation(step);
}
template <class Yield, class Await, class Send>
auto operator co_await(AsyncStep<Yield, Await, Send>&& step) {
  return Delegation(step);
}

}  // namespace generators
