/// The activation of an async generator: what its body awaits passes through to the driver of the
/// chain; a yield ends the *operation* that resumed it (async_step.h) and leaves the generator
/// suspended. Its result slot is a std::optional<Yield>: empty where the body has ended. What the
/// body returns is None and dropped.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "impl/generators/body_activation.h"

namespace generators {

template <class Yield, class Send, class Return, class Await>
class AsyncActivation final : public BodyActivation<Yield, Send, Return, Await> {
  using Base = BodyActivation<Yield, Send, Return, Await>;

 public:
  using Base::Base;
  std::string_view noun() const noexcept override { return "async generator"; }

  /// One operation at a time, from its first step to its end, however long it awaits in between:
  /// false where there is one.
  bool begin_operation() noexcept {
    return !in_operation_.exchange(true, std::memory_order_acquire);
  }
  void end_operation() noexcept { in_operation_.store(false, std::memory_order_release); }

  /// Set by aclose and by the end of the body; later operations find nothing. Only within an
  /// operation.
  bool exhausted = false;

 private:
  using typename Base::Turn;

  Turn take(Yielded<Yield> step) noexcept override {
    static_cast<std::optional<Yield>*>(this->result_)->emplace(std::move(step.value));
    return Ended{nullptr, State::suspended};
  }
  Turn take(Returned<Return>) noexcept override { return this->end(); }
  bool is_end_signal(const std::exception_ptr& error,
                     std::string_view signal) const noexcept override {
    return errors::matches(error, signal);
  }
  std::exception_ptr spent(const Input<Send>& input) const noexcept override {
    const auto* error = std::get_if<1>(&input);
    return error == nullptr ? nullptr : *error;
  }

  std::atomic<bool> in_operation_{false};
};

}  // namespace generators
