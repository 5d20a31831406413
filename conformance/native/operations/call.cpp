#include "conformance/native/call.h"

#include "conformance/native/interpreter/activation.h"
#include "conformance/native/operations/instances.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/translate.h"

namespace touchstone::native {
namespace {

Value call_builtin(const Builtin& builtin, Arguments& arguments) {
  const DepthGuard depth;
  Call call(builtin.name, arguments);
  return builtin.body(call);
}

Value call_class(Class& cls, Arguments& arguments) {
  const DepthGuard depth;
  if (cls.of_scenario()) return language().objects.instantiate(cls, arguments);
  return instantiate_native(cls, arguments);
}

Outcome<Value> call_object(const Value& function, Arguments& arguments) {
  Object* object = function.object();
  switch (object == nullptr ? Kind::Module : object->kind()) {
    case Kind::Function:
      return call_function(static_cast<Function&>(*object), arguments);
    case Kind::Builtin:
      return {call_builtin(static_cast<Builtin&>(*object), arguments), {}};
    case Kind::Class:
      return {call_class(static_cast<Class&>(*object), arguments), {}};
    case Kind::StaticMethod:
      return try_call(static_cast<StaticMethod*>(object)->function, arguments);
    case Kind::Method: {
      auto* method = static_cast<Method*>(object);
      arguments.positional.insert(arguments.positional.begin(), method->receiver);
      return try_call(method->function, arguments);
    }
    default:
      break;
  }
  const auto special = find_special(function, "__call__");
  if (!special) throw type_error("'" + type_name(function) + "' object is not callable");
  return try_call(*special, arguments);
}

}  // namespace

Outcome<Value> try_call(const Value& function, Arguments& arguments) noexcept {
  try {
    return call_object(function, arguments);
  } catch (...) {
    return Outcome<Value>::failure(python_error_in_flight());
  }
}

Value call(const Value& function, Arguments arguments) {
  Outcome<Value> outcome = try_call(function, arguments);
  if (outcome.failed()) throw PythonError(std::move(outcome.error));
  return std::move(outcome.result());
}

Value call(const Value& function, Values positional) {
  return call(function, Arguments(std::move(positional)));
}

bool is_callable(const Value& value) {
  Object* object = value.object();
  if (object == nullptr) return false;
  switch (object->kind()) {
    case Kind::Function:
    case Kind::Builtin:
    case Kind::Class:
    case Kind::Method:
    case Kind::StaticMethod:
      return true;
    default:
      return find_special(value, "__call__").has_value();
  }
}

std::optional<Value> find_in_class(Class& cls, std::string_view name) {
  return cls.of_scenario() ? language().objects.lookup(cls, name) : cls.find(name);
}

std::optional<Value> find_special(const Value& value, std::string_view name) {
  Class& cls = class_of(value);
  auto found = find_in_class(cls, name);
  if (!found) return std::nullopt;
  if (as<Function>(*found) != nullptr || as<Builtin>(*found) != nullptr)
    return make<Method>(value, *found);
  if (const auto* method = as<StaticMethod>(*found)) return method->function;
  if (const auto* method = as<ClassMethod>(*found))
    return make<Method>(Value(&cls), method->function);
  return found;
}

std::optional<Value> call_special(const Value& value, std::string_view name, Values arguments) {
  const auto special = find_special(value, name);
  if (!special) return std::nullopt;
  return call(*special, std::move(arguments));
}

const Value& Call::operator[](std::size_t index) const {
  if (index >= size()) throw type_error(std::string(function_) + "() misses an argument");
  return arguments_.positional[index];
}

void Call::expect_no_keywords() const {
  if (!arguments_.keywords.empty())
    throw type_error(std::string(function_) + "() takes no keyword arguments");
}

void Call::expect(std::size_t least, std::size_t most) const {
  expect_no_keywords();
  if (size() >= least && size() <= most) return;
  throw type_error(std::string(function_) + "() expected " +
                   std::to_string(size() < least ? least : most) + " argument(s), got " +
                   std::to_string(size()));
}

Value Call::take_keyword(std::string_view name, Value fallback) {
  auto& keywords = arguments_.keywords;
  for (auto each = keywords.begin(); each != keywords.end(); ++each) {
    if (each->first != name) continue;
    fallback = std::move(each->second);
    keywords.erase(each);
    break;
  }
  return fallback;
}

namespace {

std::size_t index_of(const std::vector<Parameter>& parameters, std::string_view name) {
  std::size_t at = 0;
  while (at < parameters.size() && (parameters[at].name.empty() || parameters[at].name != name))
    ++at;
  return at;
}

}  // namespace

std::vector<Value> Call::match(const std::vector<Parameter>& parameters) const {
  const std::string function(function_);
  std::vector<Value> values(parameters.size(), Value::unbound());
  std::size_t positional_max = 0;
  while (positional_max < parameters.size() && !parameters[positional_max].keyword_only)
    ++positional_max;
  if (size() > positional_max) {
    throw type_error(function + "() takes at most " + std::to_string(positional_max) +
                     " positional arguments (" + std::to_string(size()) + " given)");
  }
  std::copy(arguments_.positional.begin(), arguments_.positional.end(), values.begin());
  for (const auto& [name, value] : arguments_.keywords) {
    const std::size_t at = index_of(parameters, name);
    if (at == parameters.size())
      throw type_error(function + "() got an unexpected keyword argument '" + name + "'");
    if (values[at].is_bound())
      throw type_error(function + "() got multiple values for argument '" + name + "'");
    values[at] = value;
  }
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (values[at].is_bound()) continue;
    if (!parameters[at].fallback.is_bound()) {
      const std::string name = parameters[at].name.empty() ? "at position " + std::to_string(at + 1)
                                                           : "'" + parameters[at].name + "'";
      throw type_error(function + "() missing required argument " + name);
    }
    values[at] = parameters[at].fallback;
  }
  return values;
}

}  // namespace touchstone::native
