/// The activation of a generator or a coroutine: a yield suspends the whole chain, and the return
/// value is its result.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "impl/generators/body_activation.h"

namespace generators {

/// A finished generator ends again and again, with nothing; what is thrown at it comes back.
struct GeneratorRules {
  static constexpr std::string_view noun = "generator";
  template <class Send>
  static std::exception_ptr spent(const Input<Send>& input) {
    const auto* error = std::get_if<1>(&input);
    return error == nullptr ? nullptr : *error;
  }
};

/// A finished coroutine has given its result away and has no second one.
struct CoroutineRules {
  static constexpr std::string_view noun = "coroutine";
  template <class Send>
  static std::exception_ptr spent(const Input<Send>&) {
    return errors::make(errors::RuntimeError("cannot reuse already awaited coroutine"));
  }
};

template <class Signal, class Send, class Return, class Rules>
class PlainActivation final : public BodyActivation<Signal, Send, Return, Signal> {
  using Base = BodyActivation<Signal, Send, Return, Signal>;

 public:
  using Base::Base;
  std::string_view noun() const noexcept override { return Rules::noun; }

 private:
  using typename Base::Turn;

  Turn take(Yielded<Signal> step) noexcept override {
    return Suspended<Signal>{std::move(step.value)};
  }
  Turn take(Returned<Return> step) noexcept override {
    static_cast<std::optional<Return>*>(this->result_)->emplace(std::move(step.value));
    return this->end();
  }
  std::exception_ptr spent(const Input<Send>& input) const noexcept override {
    return Rules::spent(input);
  }
};

}  // namespace generators
