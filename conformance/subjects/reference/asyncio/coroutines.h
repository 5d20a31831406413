/// Coroutines of impl/asyncio as coroutine objects of the scenario.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "conformance/native/convert.h"
#include "conformance/native/interpreter/activation.h"
#include "conformance/native/registry.h"
#include "conformance/subjects/reference/asyncio/handles.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "impl/asyncio/coroutine.h"

namespace touchstone::reference {

struct AsValue {
  Value operator()(asyncio::Nothing) const { return {}; }
  template <class T>
  Value operator()(T result) const {
    return native::to_value(std::move(result));
  }
};
struct AsTrue {
  Value operator()(asyncio::Nothing) const { return true; }
};

/// `Make` gives the coroutine when the body is resumed first; it is kept as long as the body, for
/// what the coroutine refers to.
template <class Make, class Convert>
class ImplementedBody final : public native::Body {
 public:
  ImplementedBody(Make make, Convert convert)
      : make_(std::move(make)), convert_(std::move(convert)) {}

  native::Suspension resume(native::Resumption resumption) override {
    const bool raises = resumption.kind == native::Resumption::Kind::Throw;
    if (!coroutine_) {
      if (raises) return native::Suspension::raised(std::move(resumption.value));
      coroutine_.emplace(make_());
      coroutine_->begin(chain_);
    }
    chain_.resume(raises ? carried(std::move(resumption.value)) : nullptr);
    if (!chain_.ended()) return native::Suspension::awaiting(awaited());
    auto end = coroutine_->take_end();
    if (end.error) return native::Suspension::raised(exception_of(end.error));
    return native::Suspension::returned(convert_(std::move(*end.result)));
  }

 private:
  Value awaited() const {
    asyncio::FutureBase* const future = chain_.awaited();
    return future == nullptr ? Value() : object_of(future->shared_from_this());
  }

  Make make_;
  Convert convert_;
  asyncio::Chain chain_;
  std::optional<std::invoke_result_t<Make&>> coroutine_;
};

template <class Make, class Convert = AsValue>
Value implemented(std::string name, Make make, Convert convert = {}) {
  using Body = ImplementedBody<Make, Convert>;
  return native::create_resumable(
      native::make<native::Generator>(native::Flavour::Coroutine, std::move(name),
                                      std::make_unique<Body>(std::move(make), std::move(convert))));
}

template <class Action>
asyncio::Coroutine<Value> run_at_once(Action action) {
  co_return action();
}

/// A coroutine that never waits: its result is what `action` gives.
template <class Action>
Value immediate(std::string name, Action action) {
  return implemented(std::move(name), [action = std::move(action)] { return run_at_once(action); });
}

/// A method without parameters that is a coroutine: `make` gets the T. The object stays as long.
template <class T, class Make, class Convert = AsValue>
auto coroutine_method(std::string name, Make make, Convert convert = {}) {
  return [name = std::move(name), make, convert](const Value& self, native::Call& call) {
    call.match({});
    auto object = native::from_value<std::shared_ptr<T>>(self);
    return implemented(
        name, [object = std::move(object), make] { return std::invoke(make, *object); }, convert);
  };
}

}  // namespace touchstone::reference
