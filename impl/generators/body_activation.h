/// An activation over a Resumable: the rules that generators, coroutines and async generators
/// share.
///
/// A body is started with None: another value is a TypeError, after which it is as fresh as before;
/// an error thrown before the start ends it without running the body. A StopIteration that leaves
/// the body becomes a RuntimeError with the StopIteration as its cause. The frame is destroyed as
/// soon as the body has ended.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "impl/generators/activation.h"

namespace generators {

template <class Yield, class Send, class Return, class Await>
class BodyActivation : public Activation<Await, Send> {
 public:
  using Body = Resumable<Yield, Send, Return, Await>;
  using Turn = typename Activation<Await, Send>::Turn;

  explicit BodyActivation(std::unique_ptr<Body> body) : body_(std::move(body)) {}

 protected:
  /// What a yield and an end mean for this kind of body.
  virtual Turn take(Yielded<Yield> step) noexcept = 0;
  virtual Turn take(Returned<Return> step) noexcept = 0;
  /// The errors that may not leave this kind of body as they are, because its resumer takes them
  /// for its end.
  virtual bool is_end_signal(const std::exception_ptr& error,
                             std::string_view signal) const noexcept {
    return signal == "StopIteration" && errors::matches(error, signal);
  }

  void release() noexcept final { body_.reset(); }
  Turn end(std::exception_ptr error = nullptr) noexcept {
    release();
    return Ended{std::move(error)};
  }

 private:
  Turn advance(Input<Send> input) noexcept final {
    if (!started_) {
      if (auto* error = std::get_if<1>(&input)) return take(Raised{*error});
      if (!None<Send>::is(std::get<0>(input))) return Ended{not_started(), State::created};
      started_ = true;
    }
    return std::visit([this](auto step) { return this->take(std::move(step)); },
                      body_->resume(std::move(input)));
  }

  Turn take(Awaited<Await> step) noexcept { return Suspended<Await>{std::move(step.value)}; }
  Turn take(Delegated<Await, Send> step) noexcept { return step; }
  Turn take(Raised step) noexcept {
    for (const std::string_view signal : {"StopIteration", "StopAsyncIteration"}) {
      if (is_end_signal(step.error, signal)) return end(converted(step.error, signal));
    }
    return end(std::move(step.error));
  }

  std::exception_ptr not_started() const {
    return errors::make(errors::TypeError("can't send non-None value to a just-started " +
                                          std::string(this->noun())));
  }
  std::exception_ptr converted(const std::exception_ptr& error, std::string_view signal) const {
    errors::RuntimeError converted(std::string(this->noun()) + " raised " + std::string(signal));
    converted.set_cause(error);
    return errors::make(std::move(converted));
  }

  std::unique_ptr<Body> body_;
  bool started_ = false;
};

}  // namespace generators
