#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "impl/asyncio/context.h"

namespace touchstone::reference {
namespace {

using asyncio::Context;
using asyncio::ContextPointer;
using native::arg;
using native::Call;
using native::Value;

/// What this thread's context holds of the run goes with the run.
struct ContextOfRun {
  ContextOfRun() = default;
  ContextOfRun(const ContextOfRun&) = delete;
  ContextOfRun& operator=(const ContextOfRun&) = delete;
  ~ContextOfRun() { Context::forget_current(); }
};

class Variable {
 public:
  Variable(Value name, Value fallback) : name_(std::move(name)), fallback_(std::move(fallback)) {}

  const Value& name() const { return name_; }
  const asyncio::ContextVar<Value>& stored() const { return stored_; }
  /// Its own fallback where it is not set; none: it has none.
  std::optional<Value> value() const {
    if (const auto set = stored_.get()) return *set;
    if (!fallback_.is_bound()) return std::nullopt;
    return fallback_;
  }

 private:
  const Value name_;
  const Value fallback_;  ///< unbound: none
  const asyncio::ContextVar<Value> stored_;
};

std::shared_ptr<Variable> make_variable(Call& call) {
  const Value fallback = call.take_keyword("default", Value::unbound());
  const Value name = call.match({arg("name")}).front();
  native::current_run().state<ContextOfRun>();
  return std::make_shared<Variable>(name, fallback);
}

/// get([default])
Value get(const Value& self, Call& call) {
  call.expect_no_keywords();
  const auto& variable = native::from_value<Variable>(self);
  const bool has_fallback = call.size() > 0;
  if (const auto set = variable.stored().get()) return *set;
  if (has_fallback) return call[0];
  if (auto value = variable.value()) return *value;
  throw native::python_error("LookupError",
                             native::utf8_from_points(native::repr_of(variable.name())));
}

/// The right to undo one `set`.
struct Token {
  std::shared_ptr<Variable> variable;
  asyncio::ContextVar<Value>::Value former;
  const void* context;  ///< in which it was set
  bool used = false;
};

Value set(const Value& self, Call& call) {
  const Value value = call.match({arg("value")}).front();
  auto variable = native::from_value<std::shared_ptr<Variable>>(self);
  auto former = variable->stored().set(value);
  const void* const context = Context::current().get();
  return native::to_value(Token{std::move(variable), std::move(former), context});
}

void reset(Variable& self, const Value& given) {
  auto& token = native::from_value<Token>(given);
  if (token.variable.get() != &self)
    throw native::value_error("the Token was created by a different ContextVar");
  if (token.context != Context::current().get())
    throw native::value_error("the Token was created in a different Context");
  if (std::exchange(token.used, true))
    throw native::runtime_error("the Token has already been used once");
  self.stored().reset(token.former);
}

struct ContextObject {
  ContextPointer context;
  bool entered = false;
};

ContextObject copy_context() {
  auto copy = Context::copy_current();
  return {copy ? std::move(copy) : std::make_shared<Context>()};
}

/// run(callable, *arguments, **keywords)
Value run(ContextObject& self, Call& call) {
  const Value function = call[0];
  auto arguments = std::move(call.arguments());
  arguments.positional.erase(arguments.positional.begin());
  if (self.entered) throw native::runtime_error("cannot enter context: it is already entered");
  struct Entered {
    bool& entered;
    ~Entered() { entered = false; }
  } const entered{self.entered};
  self.entered = true;
  ContextPointer context = self.context;
  const Context::Scope scope(context);
  return native::call(function, std::move(arguments));
}

Value item(ContextObject& self, const Value& given) {
  const auto& variable = native::from_value<Variable>(given);
  const auto& values = self.context->values();
  const auto found = values.find(&variable.stored());
  if (found == values.end()) throw native::key_error(given);
  return *std::static_pointer_cast<const Value>(found->second);
}

}  // namespace

void bind_contexts(native::Registry& registry) {
  registry.type<Variable>("contextvars.ContextVar")
      .constructor_from(make_variable)
      .method("get", get)
      .method("set", set)
      .method("reset", reset)
      .property("name", [](Variable& self) { return self.name(); });
  registry.type<Token>("contextvars.Token");
  registry.type<ContextObject>("contextvars.Context")
      .constructor_from([] { return std::make_shared<ContextObject>(std::make_shared<Context>()); })
      .method("run", run)
      .method("__getitem__", item)
      .method("__len__", [](ContextObject& self) { return self.context->values().size(); });
  registry.function("contextvars.copy_context", copy_context);
  registry.claims({"contextvars"});
}

}  // namespace touchstone::reference
