#include "conformance/subjects/reference/machine.h"

#include "conformance/subjects/reference/scenario_error.h"

namespace touchstone::reference {

using native::Resumption;
using native::Suspension;
using native::Value;

/// An activation of scenario code as impl/generators resumes it.
class ScenarioBody final : public generators::Resumable<Value, Value, Value, Value> {
 public:
  explicit ScenarioBody(std::unique_ptr<native::Body> body) : body_(std::move(body)) {}
  ~ScenarioBody() override {
    if (machine_ != nullptr) machine_->body_ = nullptr;
    if (delegate_.is_object()) end_delegation();
  }

  /// The machine that runs it; null once that is gone.
  void set_machine(Machine* machine) { machine_ = machine; }
  native::HandledErrors* handled() const { return body_->handled(); }

  Step resume(generators::Input<Value> input) noexcept override try {
    return step_from(body_->resume(resumption_from(std::move(input))));
  } catch (...) {
    return generators::Raised{carried(exception_of(std::current_exception()))};
  }

 private:
  Resumption resumption_from(generators::Input<Value> input) {
    const bool delegated = delegate_.is_object();
    if (delegated) end_delegation();
    if (auto* error = std::get_if<1>(&input)) return Resumption::raise(exception_of(*error));
    if (delegated) return Resumption::send(result_ ? std::move(*result_) : Value());
    return Resumption::send(std::move(std::get<0>(input)));
  }

  Step step_from(Suspension suspension) {
    switch (suspension.kind) {
      case Suspension::Kind::Yielded:
        return generators::Yielded<Value>{std::move(suspension.value)};
      case Suspension::Kind::Awaiting:
        return generators::Awaited<Value>{std::move(suspension.value)};
      case Suspension::Kind::Delegating:
        return begin_delegation(std::move(suspension.value));
      case Suspension::Kind::Returned:
        return generators::Returned<Value>{std::move(suspension.value)};
      case Suspension::Kind::Raised:
        break;
    }
    return generators::Raised{carried(std::move(suspension.value))};
  }

  Step begin_delegation(Value delegate) {
    Machine& machine = Machine::of(*native::as<native::Generator>(delegate));
    result_.reset();
    try {
      const auto delegated = machine.delegation(result_);
      if (native::HandledErrors* inner = machine.handled()) inner->delegator = body_->handled();
      delegate_ = std::move(delegate);
      return delegated;
    } catch (...) {
      return step_from(body_->resume(Resumption::raise(exception_of(std::current_exception()))));
    }
  }

  void end_delegation() {
    Machine& machine = Machine::of(*native::as<native::Generator>(delegate_));
    if (native::HandledErrors* inner = machine.handled()) inner->delegator = nullptr;
    delegate_ = Value();
  }

  std::unique_ptr<native::Body> body_;
  Machine* machine_ = nullptr;
  Value delegate_;
  std::optional<Value> result_;
};

namespace {

Suspension suspension_from(
    std::variant<generators::Yielded<Value>, generators::Returned<Value>, generators::Raised>
        stop) {
  if (auto* yielded = std::get_if<0>(&stop)) return Suspension::yielded(std::move(yielded->value));
  if (auto* returned = std::get_if<1>(&stop))
    return Suspension::returned(std::move(returned->value));
  return Suspension::raised(exception_of(std::get<2>(stop).error));
}

template <class Outcome>
Suspension suspension_of(Outcome outcome) {
  if (outcome) return Suspension::yielded(std::move(*outcome));
  return Suspension::returned(std::move(outcome.result()));
}

template <class T>
constexpr bool is_driven = requires(T& object) { object.send(Value()); };

}  // namespace

std::shared_ptr<Machine> Machine::of_body(native::Generator& fresh) {
  auto body = std::make_unique<ScenarioBody>(fresh.take_body());
  ScenarioBody& code = *body;
  switch (fresh.flavour()) {
    case native::Flavour::Generator:
      return std::make_shared<Machine>(Generator(std::move(body)), code);
    case native::Flavour::AsyncGenerator:
      return std::make_shared<Machine>(AsyncGenerator(std::move(body)), code);
    default:
      return std::make_shared<Machine>(Coroutine(std::move(body)), code);
  }
}

Machine::Machine(Held held, ScenarioBody& body) : body_(&body), held_(std::move(held)) {
  body.set_machine(this);
}

Machine::Machine(Held held, native::Ref<native::Generator> owner)
    : owner_(std::move(owner)), held_(std::move(held)) {}

Machine::~Machine() {
  if (body_ != nullptr) body_->set_machine(nullptr);
}

Machine& Machine::of(native::Generator& generator) {
  if (!generator.machine()) {
    if (!generator.has_body()) throw native::runtime_error("a generator of a run that has ended");
    generator.machine() = of_body(generator);
  }
  return *static_cast<Machine*>(generator.machine().get());
}

Suspension Machine::send(Value sent) {
  return std::visit(
      [&](auto& object) -> Suspension {
        if constexpr (is_driven<std::decay_t<decltype(object)>>)
          return suspension_of(object.send(std::move(sent)));
        else
          throw native::type_error("an async generator is driven by its awaitables");
      },
      held_);
}

Suspension Machine::throw_error(Value error) {
  return std::visit(
      [&](auto& object) -> Suspension {
        if constexpr (is_driven<std::decay_t<decltype(object)>>)
          return suspension_from(object.resume(
              generators::Input<Value>(std::in_place_index<1>, carried(std::move(error)))));
        else
          throw native::type_error("an async generator is driven by its awaitables");
      },
      held_);
}

void Machine::close() {
  std::visit(
      [](auto& object) {
        if constexpr (is_driven<std::decay_t<decltype(object)>>) object.close();
      },
      held_);
}

generators::State Machine::state() const {
  return std::visit([](const auto& object) { return object.state(); }, held_);
}

std::shared_ptr<Machine> Machine::advance(native::Ref<native::Generator> generator,
                                          AsyncOperation operation, Value argument) {
  auto& async = std::get<AsyncGenerator>(held_);
  const auto step = [&]() -> Step {
    switch (operation) {
      case AsyncOperation::next:
        return async.anext();
      case AsyncOperation::send:
        return async.asend(std::move(argument));
      case AsyncOperation::throw_error:
        return async.athrow(carried(std::move(argument)));
      case AsyncOperation::close:
        break;
    }
    return async.aclose();
  };
  return std::make_shared<Machine>(step(), std::move(generator));
}

generators::Delegated<Value, Value> Machine::delegation(std::optional<Value>& slot) {
  return std::visit(
      [&](auto& object) -> generators::Delegated<Value, Value> {
        if constexpr (is_driven<std::decay_t<decltype(object)>>)
          return object.delegation(slot);
        else
          throw native::type_error("object async_generator can't be used in 'await' expression");
      },
      held_);
}

native::HandledErrors* Machine::handled() const {
  if (owner_) {
    const auto* machine = static_cast<const Machine*>(owner_->machine().get());
    return machine == nullptr ? nullptr : machine->handled();
  }
  return body_ == nullptr ? nullptr : body_->handled();
}

}  // namespace touchstone::reference
