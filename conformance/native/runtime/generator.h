/// What can be suspended and resumed: the objects that calling a generator function, an async
/// function or an async generator function gives. The object holds the suspended activation
/// (`Body`); the rules around it, such as what send to a fresh generator means or what close does,
/// are the registry's (`language.generators`, `.coroutines`, `.async_generators`).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "conformance/native/runtime/handled_errors.h"
#include "conformance/native/runtime/heap.h"

namespace touchstone::native {

/// How a suspended activation goes on: with a value as result of its suspension point, or with an
/// error raised there.
struct Resumption {
  enum class Kind { Send, Throw };
  Kind kind = Kind::Send;
  Value value;

  static Resumption send(Value value) { return {Kind::Send, std::move(value)}; }
  static Resumption raise(Value error) { return {Kind::Throw, std::move(error)}; }
};

/// How a resumed activation came back. `Yielded`: by yield. `Awaiting`: an await inside passes
/// `value` out to whoever drives. `Delegating`: it waits for the Generator `value` (yield from a
/// generator, await of a coroutine) and has to be resumed with that one's result or error: only a
/// Body gives this, the registry's operations run the delegate in its place.
struct Suspension {
  enum class Kind { Yielded, Awaiting, Delegating, Returned, Raised };
  Kind kind = Kind::Returned;
  Value value;

  static Suspension yielded(Value value) { return {Kind::Yielded, std::move(value)}; }
  static Suspension awaiting(Value value) { return {Kind::Awaiting, std::move(value)}; }
  static Suspension delegating(Value to) { return {Kind::Delegating, std::move(to)}; }
  static Suspension returned(Value value) { return {Kind::Returned, std::move(value)}; }
  static Suspension raised(Value error) { return {Kind::Raised, std::move(error)}; }
  bool is_over() const { return kind == Kind::Returned || kind == Kind::Raised; }
};

/// An activation that can be resumed until it returns or raises. Misuse (resuming one that runs or
/// is over) is what the registry's operations must rule out.
class Body {
 public:
  virtual ~Body() = default;
  virtual Suspension resume(Resumption resumption) = 0;
  /// What the activation is handling; nullptr where it is no scenario code.
  virtual HandledErrors* handled() { return nullptr; }
};

enum class Flavour {
  Generator,
  Coroutine,
  AsyncGenerator,
  AsyncGeneratorSend,
  AsyncGeneratorThrow,
  CoroutineWrapper
};

class Generator : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Generator; }
  Generator(Flavour flavour, std::string name, std::unique_ptr<Body> body);
  ~Generator() override;

  Flavour flavour() const { return flavour_; }
  const std::string& name() const { return name_; }
  const char* type_name() const;
  Body& body() { return *body_; }
  /// Drops the activation with its locals; for the one who has seen it return or raise.
  void drop_body() { body_.reset(); }
  bool has_body() const { return body_ != nullptr; }
  /// Hands the activation over to whoever runs it from now on.
  std::unique_ptr<Body> take_body() { return std::move(body_); }
  /// Another activation of the same function with the same arguments; null where that cannot be
  /// made again.
  std::unique_ptr<Body> fresh_body() const { return restart_ ? restart_() : nullptr; }
  void set_restart(std::function<std::unique_ptr<Body>()> restart) {
    restart_ = std::move(restart);
  }

  /// What the registry's implementation keeps about this object.
  std::shared_ptr<void>& machine() { return machine_; }

  void clear() override;

 private:
  const Flavour flavour_;
  const std::string name_;
  std::unique_ptr<Body> body_;
  std::function<std::unique_ptr<Body>()> restart_;
  std::shared_ptr<void> machine_;
};

}  // namespace touchstone::native
