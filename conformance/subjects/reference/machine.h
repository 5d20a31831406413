/// impl/generators' objects under the scenario's generators, coroutines, async generators and the
/// awaitables of these.
#pragma once

#include <memory>
#include <variant>

#include "conformance/native/runtime/generator.h"
#include "impl/generators/async_generator.h"
#include "impl/generators/coroutine.h"
#include "impl/generators/generator.h"

namespace asyncio {
class OpenGenerator;
}

template <>
struct generators::None<touchstone::native::Value> {
  static touchstone::native::Value make() { return {}; }
  static bool is(const touchstone::native::Value& value) { return value.is_none(); }
};

namespace touchstone::reference {

class ScenarioBody;
enum class AsyncOperation { next, send, throw_error, close };

class Machine {
  using Value = native::Value;
  using Generator = generators::Generator<Value, Value, Value>;
  using Coroutine = generators::Coroutine<Value, Value, Value>;
  using AsyncGenerator = generators::AsyncGenerator<Value, Value, Value, Value>;
  using Step = AsyncGenerator::Step;
  using Held = std::variant<Generator, Coroutine, AsyncGenerator, Step>;

 public:
  /// For of_body.
  Machine(Held held, ScenarioBody& body);
  /// For advance.
  Machine(Held held, native::Ref<native::Generator> owner);
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;
  ~Machine();

  /// Takes the body of an object that has not started.
  static std::shared_ptr<Machine> of_body(native::Generator& fresh);
  /// The machine of an object; awaitables made of C++ bodies get theirs on first use.
  static Machine& of(native::Generator& generator);

  native::Suspension send(Value sent);
  native::Suspension throw_error(Value error);
  void close();
  generators::State state() const;

  /// The awaitable of one operation on this async generator, which it keeps alive.
  std::shared_ptr<Machine> advance(native::Ref<native::Generator> generator,
                                   AsyncOperation operation, Value argument);

  /// Makes the loop that runs in this thread the keeper of this async generator, at its first
  /// operation: it closes what is left unfinished.
  void keep_by_loop(native::Generator& generator);

  /// How another body waits for this object.
  generators::Delegated<Value, Value> delegation(std::optional<Value>& slot);
  /// What the scenario code inside is handling; nullptr where it is over or there is none.
  native::HandledErrors* handled() const;

 private:
  friend class ScenarioBody;

  native::Ref<native::Generator> owner_;  // of an awaitable: its async generator
  ScenarioBody* body_ = nullptr;          // that of `held_`; null once it is gone
  Held held_;
  std::shared_ptr<asyncio::OpenGenerator> kept_;  // of an async generator that has a keeper
};

}  // namespace touchstone::reference
