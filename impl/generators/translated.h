/// A body that drives another object and translates what goes in and out: how a coroutine of one
/// world of types (the C++ library's) becomes one of another (an interpreter's), or a coroutine
/// becomes the body of a task.
///
/// Errors pass through unchanged. A signal that has no translation, because `to_signal` throws, is
/// answered by raising that error at the leaf that awaited it.
#pragma once

#include <concepts>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "impl/generators/resumable.h"

namespace generators {

/// Resume: Input<inner Send> -> Driven::Stop of the inner object. ToSend, ToSignal, ToResult: value
/// -> value.
template <class Resume, class Send, class ToSend, class ToSignal, class ToResult>
struct Translation {
  Resume resume;
  ToSend to_send;
  ToSignal to_signal;
  ToResult to_result;

  using InnerSend = std::invoke_result_t<ToSend&, Send>;
  using InnerStop = std::invoke_result_t<Resume&, Input<InnerSend>>;
  template <std::size_t I>
  using Held = decltype(std::get<I>(std::declval<InnerStop>()).value);
  using Signal = std::invoke_result_t<ToSignal&, Held<0>>;
  using Result = std::invoke_result_t<ToResult&, Held<1>>;
};

template <class Parts, class Send>
class Translated final : public Resumable<typename Parts::Signal, Send, typename Parts::Result> {
  using Base = Resumable<typename Parts::Signal, Send, typename Parts::Result>;

 public:
  using typename Base::Step;

  explicit Translated(Parts parts) : parts_(std::move(parts)) {}

  Step resume(Input<Send> input) noexcept override try {
    auto stop = parts_.resume(inward(std::move(input)));
    while (true) {
      if (auto* raised = std::get_if<Raised>(&stop)) return std::move(*raised);
      if (auto* ended = std::get_if<1>(&stop)) {
        return Returned<typename Parts::Result>{parts_.to_result(std::move(ended->value))};
      }
      auto error = std::exception_ptr();
      if (auto signal = outward(std::move(std::get<0>(stop).value), error)) {
        return Awaited<typename Parts::Signal>{std::move(*signal)};
      }
      stop =
          parts_.resume(Input<typename Parts::InnerSend>(std::in_place_index<1>, std::move(error)));
    }
  } catch (...) {
    return Raised{std::current_exception()};
  }

 private:
  using InnerInput = Input<typename Parts::InnerSend>;

  InnerInput inward(Input<Send> input) {
    if (auto* error = std::get_if<1>(&input))
      return InnerInput(std::in_place_index<1>, std::move(*error));
    return InnerInput(std::in_place_index<0>, parts_.to_send(std::move(std::get<0>(input))));
  }

  template <class Inner>
  std::optional<typename Parts::Signal> outward(Inner signal, std::exception_ptr& error) noexcept
      try {
    return parts_.to_signal(std::move(signal));
  } catch (...) {
    error = std::current_exception();
    return std::nullopt;
  }

  Parts parts_;
};

/// The body that drives an object by `resume` (a Driven's, most often, that the function keeps
/// alive).
template <class Send, class Resume, class ToSend, class ToSignal, class ToResult>
auto translate(Resume resume, ToSend to_send, ToSignal to_signal, ToResult to_result) {
  using Parts = Translation<Resume, Send, ToSend, ToSignal, ToResult>;
  return std::make_unique<Translated<Parts, Send>>(
      Parts{std::move(resume), std::move(to_send), std::move(to_signal), std::move(to_result)});
}

}  // namespace generators
