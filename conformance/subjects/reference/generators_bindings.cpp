#include "conformance/native/interpreter/activation.h"
#include "conformance/native/operations/operations.h"
#include "conformance/subjects/reference/machine.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

using native::Generator;
using native::Ref;
using native::ResumableState;
using native::Suspension;
using native::Value;

ResumableState state_from(generators::State state) {
  switch (state) {
    case generators::State::created:
      return ResumableState::Created;
    case generators::State::running:
      return ResumableState::Running;
    case generators::State::suspended:
      return ResumableState::Suspended;
    case generators::State::closed:
      break;
  }
  return ResumableState::Closed;
}

Value attach(const Ref<Generator>& fresh) {
  fresh->machine() = Machine::of_body(*fresh);
  return fresh;
}

Suspension send(Generator& generator, Value sent) {
  return Machine::of(generator).send(std::move(sent));
}
Suspension throw_error(Generator& generator, Value error) {
  return Machine::of(generator).throw_error(std::move(error));
}
void close(Generator& generator) { Machine::of(generator).close(); }
ResumableState state(Generator& generator) { return state_from(Machine::of(generator).state()); }
Value itself(Generator& generator) { return Value(&generator); }

Value advance(Generator& generator, native::Flavour flavour, AsyncOperation operation,
              Value argument) {
  Machine& machine = Machine::of(generator);
  machine.keep_by_loop(generator);
  const Ref<Generator> awaitable = native::make<Generator>(flavour, generator.name(), nullptr);
  awaitable->machine() =
      machine.advance(Ref<Generator>(&generator), operation, std::move(argument));
  return awaitable;
}

/// `await generator`, where its function is marked as a coroutine.
class MarkedBody final : public native::Body {
 public:
  explicit MarkedBody(Value generator) : generator_(std::move(generator)) {}
  Suspension resume(native::Resumption resumption) override {
    if (resumption.kind == native::Resumption::Kind::Throw)
      return Suspension::raised(std::move(resumption.value));
    if (generator_.is_none()) return Suspension::returned(std::move(resumption.value));
    return Suspension::delegating(std::exchange(generator_, Value()));
  }

 private:
  Value generator_;
};

/// types.coroutine: what the function's generators yield goes to the loop.
Value mark_as_coroutine(const Value& function) {
  return native::make<native::Builtin>("coroutine", [function](native::Call& call) {
    Value made = native::call(function, std::move(call.arguments()));
    const auto* generator = native::as<Generator>(made);
    if (generator == nullptr || generator->flavour() != native::Flavour::Generator) return made;
    return native::create_resumable(native::make<Generator>(
        native::Flavour::Coroutine, generator->name(), std::make_unique<MarkedBody>(made)));
  });
}

}  // namespace

void bind_generators(native::Registry& registry) {
  native::Language& language = registry.language;
  language.generators.create = attach;
  language.generators.iterate = itself;
  language.generators.next = [](Generator& generator) { return send(generator, {}); };
  language.generators.send = send;
  language.generators.throw_error = throw_error;
  language.generators.close = close;
  language.generators.state = state;
  language.coroutines.create = attach;
  language.coroutines.await = itself;
  language.coroutines.send = send;
  language.coroutines.throw_error = throw_error;
  language.coroutines.close = close;
  language.coroutines.state = state;
  native::AsyncGeneratorOperations& async = language.async_generators;
  async.create = attach;
  async.iterate = itself;
  async.next = [](Generator& generator) {
    return advance(generator, native::Flavour::AsyncGeneratorSend, AsyncOperation::next, {});
  };
  async.send = [](Generator& generator, Value sent) {
    return advance(generator, native::Flavour::AsyncGeneratorSend, AsyncOperation::send,
                   std::move(sent));
  };
  async.throw_error = [](Generator& generator, Value error) {
    return advance(generator, native::Flavour::AsyncGeneratorThrow, AsyncOperation::throw_error,
                   std::move(error));
  };
  async.close = [](Generator& generator) {
    return advance(generator, native::Flavour::AsyncGeneratorThrow, AsyncOperation::close, {});
  };
  async.state = state;
  registry.function("types.coroutine", mark_as_coroutine);
  registry.claims({"generators.sync", "generators.async"});
}

}  // namespace touchstone::reference
