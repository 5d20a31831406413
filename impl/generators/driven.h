/// What all objects that are driven by hand have in common: `send`, `throw_`, `close` and a state,
/// over one activation. Base of Generator, Coroutine and AsyncStep.
///
/// Errors: ValueError where it is already running; RuntimeError where `close` is answered by
/// another suspension. An object is not destroyed while it runs.
#pragma once

#include <concepts>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "impl/errors/unraisable.h"
#include "impl/generators/activation.h"

namespace generators {

/// What came of resuming: a value (true) or the end with its result (false). Reads like
/// std::optional of the value.
template <class Value, class Result>
class Outcome {
 public:
  Outcome(Yielded<Value> yielded) : stop_(std::move(yielded)) {}
  Outcome(Returned<Result> returned) : stop_(std::move(returned)) {}

  bool has_value() const { return stop_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  Value& operator*() { return std::get<0>(stop_).value; }
  Value* operator->() { return &**this; }
  /// What the body returned; throws std::bad_variant_access where it has not ended.
  Result& result() { return std::get<1>(stop_).value; }

 private:
  std::variant<Yielded<Value>, Returned<Result>> stop_;
};

template <class Signal, class Send, class Result>
class Driven {
 public:
  using SignalType = Signal;
  using SendType = Send;
  using ResultType = Result;
  using Outcome = generators::Outcome<Signal, Result>;
  /// An Outcome, or the error, as a value.
  using Stop = std::variant<Yielded<Signal>, Returned<Result>, Raised>;

  explicit Driven(std::unique_ptr<Activation<Signal, Send>> activation)
      : activation_(std::move(activation)) {}
  Driven(Driven&&) noexcept = default;
  Driven& operator=(Driven&&) noexcept = default;

  State state() const noexcept { return activation_->state(); }
  /// True while it waits for another activation.
  bool delegates() const noexcept { return activation_->delegates(); }

  Stop resume(Input<Send> input) noexcept;

  /// Resumes with a value. A fresh one takes None alone: anything else is a TypeError and does not
  /// start it.
  Outcome send(Send value) {
    return unwrap(resume(Input<Send>(std::in_place_index<0>, std::move(value))));
  }
  /// Resumes by raising `error` at the suspension point; a fresh one is closed by it.
  Outcome throw_(std::exception_ptr error) {
    return unwrap(resume(Input<Send>(std::in_place_index<1>, error)));
  }
  template <class Error>
    requires std::derived_from<Error, errors::BaseException>
  Outcome throw_(Error error) {
    return throw_(errors::make(std::move(error)));
  }
  /// Raises GeneratorExit at the suspension point, so that its cleanup runs, once; nothing where it
  /// is closed or fresh.
  void close();

  /// The step by which a body waits for this object; its result arrives in `slot`, which lives in
  /// the body.
  Delegated<Signal, Send> delegation(std::optional<Result>& slot) {
    return {activation_.get(), Input<Send>(std::in_place_index<0>, None<Send>::make()), &slot};
  }

 protected:
  ~Driven() = default;
  static Outcome unwrap(Stop stop);
  /// `close` for a destructor: what it raises goes to the hook for errors that nobody can catch.
  void finalize() noexcept;

  std::unique_ptr<Activation<Signal, Send>> activation_;
};

template <class Signal, class Send, class Result>
auto Driven<Signal, Send, Result>::resume(Input<Send> input) noexcept -> Stop {
  std::optional<Result> result;
  auto pause = activation_->drive(std::move(input), &result);
  if (auto* suspended = std::get_if<0>(&pause)) return Yielded<Signal>{std::move(suspended->value)};
  if (auto& ended = std::get<1>(pause); ended.error) return Raised{std::move(ended.error)};
  return Returned<Result>{result ? std::move(*result) : None<Result>::make()};
}

template <class Signal, class Send, class Result>
auto Driven<Signal, Send, Result>::unwrap(Stop stop) -> Outcome {
  if (auto* raised = std::get_if<Raised>(&stop)) std::rethrow_exception(std::move(raised->error));
  if (auto* yielded = std::get_if<0>(&stop)) return std::move(*yielded);
  return std::move(std::get<1>(stop));
}

template <class Signal, class Send, class Result>
void Driven<Signal, Send, Result>::close() {
  if (activation_->discard() || state() == State::closed) return;
  const auto exit = errors::make(errors::GeneratorExit());
  Stop stop = resume(Input<Send>(std::in_place_index<1>, exit));
  if (std::holds_alternative<Yielded<Signal>>(stop)) {
    throw errors::RuntimeError(std::string(activation_->noun()) + " ignored GeneratorExit");
  }
  const auto* raised = std::get_if<Raised>(&stop);
  if (raised == nullptr || raised->error == exit || errors::matches(raised->error, "GeneratorExit"))
    return;
  std::rethrow_exception(raised->error);
}

template <class Signal, class Send, class Result>
void Driven<Signal, Send, Result>::finalize() noexcept {
  if (activation_ == nullptr || state() != State::suspended) return;
  try {
    close();
  } catch (...) {
    errors::report_unraisable(std::current_exception(), activation_->noun());
  }
}

}  // namespace generators
