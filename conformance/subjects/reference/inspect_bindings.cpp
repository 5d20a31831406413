#include "conformance/native/interpreter/code.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/awaitable.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

using native::as;
using native::Flavour;
using native::Generator;
using native::Ref;
using native::ResumableState;
using native::Value;

const native::Code* code_of(const Value& value) {
  if (const auto* method = as<native::Method>(value)) return code_of(method->function);
  const auto* function = as<native::Function>(value);
  return function == nullptr ? nullptr : &function->code;
}

bool is_function_of(const Value& value, bool is_async, bool has_yield) {
  const native::Code* code = code_of(value);
  return code != nullptr && code->is_async == is_async && code->has_yield == has_yield;
}

bool is_object_of(const Value& value, Flavour flavour) {
  const auto* generator = as<Generator>(value);
  return generator != nullptr && generator->flavour() == flavour;
}

std::string state_name(const std::string& prefix, ResumableState state) {
  switch (state) {
    case ResumableState::Created:
      return prefix + "_CREATED";
    case ResumableState::Running:
      return prefix + "_RUNNING";
    case ResumableState::Suspended:
      return prefix + "_SUSPENDED";
    case ResumableState::Closed:
      break;
  }
  return prefix + "_CLOSED";
}

}  // namespace

bool is_awaitable(const Value& value) {
  if (const auto* generator = as<Generator>(value))
    return generator->flavour() != Flavour::Generator &&
           generator->flavour() != Flavour::AsyncGenerator;
  return native::find_special(value, "__await__").has_value();
}

void bind_inspect(native::Registry& registry) {
  registry.function("inspect.getgeneratorstate", [](Ref<Generator> generator) {
    return state_name("GEN", native::language().generators.state(*generator));
  });
  registry.function("inspect.getcoroutinestate", [](Ref<Generator> coroutine) {
    return state_name("CORO", native::language().coroutines.state(*coroutine));
  });
  registry.function("inspect.getasyncgenstate", [](Ref<Generator> generator) {
    return state_name("AGEN", native::language().async_generators.state(*generator));
  });
  registry.function("inspect.isgeneratorfunction",
                    [](const Value& value) { return is_function_of(value, false, true); });
  registry.function("inspect.iscoroutinefunction",
                    [](const Value& value) { return is_function_of(value, true, false); });
  registry.function("inspect.isasyncgenfunction",
                    [](const Value& value) { return is_function_of(value, true, true); });
  registry.function("inspect.isgenerator",
                    [](const Value& value) { return is_object_of(value, Flavour::Generator); });
  registry.function("inspect.iscoroutine",
                    [](const Value& value) { return is_object_of(value, Flavour::Coroutine); });
  registry.function("inspect.isasyncgen", [](const Value& value) {
    return is_object_of(value, Flavour::AsyncGenerator);
  });
  registry.function("inspect.isawaitable", is_awaitable);
  registry.function("inspect.isclass",
                    [](const Value& value) { return as<native::Class>(value) != nullptr; });
  registry.function("inspect.isfunction",
                    [](const Value& value) { return as<native::Function>(value) != nullptr; });
  registry.function("inspect.ismethod", [](const Value& value) {
    const auto* method = as<native::Method>(value);
    return method != nullptr && as<native::Function>(method->function) != nullptr;
  });
  for (const char* prefix : {"GEN", "CORO", "AGEN"}) {
    for (const ResumableState state : {ResumableState::Created, ResumableState::Running,
                                       ResumableState::Suspended, ResumableState::Closed}) {
      const std::string name = state_name(prefix, state);
      registry.value("inspect." + name, native::make_str(name));
    }
  }
}

}  // namespace touchstone::reference
