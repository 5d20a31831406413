#include "conformance/native/operations/attributes.h"

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/translate.h"

namespace touchstone::native {
namespace {

Value bind_property(const Property& property, const Value& found, const Value& receiver) {
  if (!receiver.is_bound()) return found;
  if (property.getter.is_none()) throw attribute_error("property has no getter");
  return call(property.getter, {receiver});
}

Value bind_function_like(const Value& found, const Value& receiver, Class& owner) {
  if (owner.of_scenario()) return language().objects.bind_function(found, receiver, owner);
  return receiver.is_bound() ? Value(make<Method>(receiver, found)) : found;
}

Value bind_class_method(const ClassMethod& method, const Value& receiver, Class& owner) {
  Class& cls = receiver.is_bound() ? class_of(receiver) : owner;
  if (cls.of_scenario())
    return language().objects.bind_class_method(method.function, receiver, owner);
  return make<Method>(Value(&cls), method.function);
}

Value bind_user_descriptor(const Value& found, const Value& receiver, Class& owner) {
  if (as<Instance>(found) == nullptr) return found;
  auto got =
      call_special(found, "__get__", {receiver.is_bound() ? receiver : Value(), Value(&owner)});
  return got ? *got : found;
}

}  // namespace

Value bind_attribute(const Value& found, const Value& receiver, Class& owner) {
  if (!found.is_object()) return found;
  switch (found.object()->kind()) {
    case Kind::Function:
      return bind_function_like(found, receiver, owner);
    case Kind::Builtin: {
      const bool binds = as<Builtin>(found)->binds && receiver.is_bound();
      return binds ? Value(make<Method>(receiver, found)) : found;
    }
    case Kind::ClassMethod:
      return bind_class_method(*as<ClassMethod>(found), receiver, owner);
    case Kind::StaticMethod: {
      const Value& function = as<StaticMethod>(found)->function;
      return owner.of_scenario() ? language().objects.bind_static_method(function, receiver, owner)
                                 : function;
    }
    case Kind::Property:
      return bind_property(*as<Property>(found), found, receiver);
    case Kind::Instance:
      return bind_user_descriptor(found, receiver, owner);
    default:
      return found;
  }
}

bool is_data_descriptor(const Value& found) {
  if (as<Property>(found) != nullptr) return true;
  const auto* instance = as<Instance>(found);
  return instance != nullptr && instance->kind() == Kind::Instance &&
         (find_special(found, "__set__") || find_special(found, "__delete__"));
}

bool set_by_descriptor(const Value& found, const Value& receiver, Value value) {
  if (const auto* property = as<Property>(found)) {
    if (property->setter.is_none()) throw attribute_error("property has no setter");
    call(property->setter, {receiver, std::move(value)});
    return true;
  }
  if (as<Instance>(found) == nullptr) return false;
  return call_special(found, "__set__", {receiver, std::move(value)}).has_value();
}

bool delete_by_descriptor(const Value& found, const Value& receiver) {
  if (const auto* property = as<Property>(found)) {
    if (property->deleter.is_none()) throw attribute_error("property has no deleter");
    call(property->deleter, {receiver});
    return true;
  }
  if (as<Instance>(found) == nullptr) return false;
  return call_special(found, "__delete__", {receiver}).has_value();
}

void throw_no_attribute(const Value& object, std::string_view name) {
  const auto* cls = as<Class>(object);
  const std::string subject =
      cls != nullptr ? "type object '" + cls->name() + "'" : "'" + type_name(object) + "' object";
  const PythonError error =
      attribute_error(subject + " has no attribute '" + std::string(name) + "'");
  as<Exception>(error.exception())->attributes().set("name", make_str(name));
  throw error;
}

std::optional<Value> find_native_attribute(const Value& object, Class& cls, std::string_view name) {
  if (current_run().registry().has_builtin_methods()) {
    if (const auto method = current_run().registry().find_builtin_method(cls.name(), name)) {
      return bind_attribute(*method, object, cls);
    }
  }
  const auto found = cls.find(name);
  if (found && as<Property>(*found) != nullptr) return bind_attribute(*found, object, cls);
  if (auto* instance = as<Instance>(object)) {
    if (auto own = instance->attributes().find(name)) return own;
  }
  if (found) return bind_attribute(*found, object, cls);
  return std::nullopt;
}

namespace {

/// A class that is not the scenario's, as the object whose attribute is asked for.
std::optional<Value> find_class_attribute(Class& cls, std::string_view name) {
  if (const auto found = cls.find(name)) return bind_attribute(*found, Value::unbound(), cls);
  Class& meta = class_of(Value(&cls));
  if (const auto found = meta.find(name)) return bind_attribute(*found, Value(&cls), meta);
  return std::nullopt;
}

/// What is found without the registry's operations; none where those decide or nothing is there.
std::optional<Value> find_plain_attribute(const Value& object, std::string_view name) {
  if (const auto* module = as<Module>(object)) {
    auto own = current_run().find_in_module(*module, name);
    return own ? own : module->attributes.find(name);
  }
  if (auto* function = as<Function>(object)) {
    if (auto own = function->attributes.find(name)) return own;
  }
  if (auto* cls = as<Class>(object)) return find_class_attribute(*cls, name);
  return find_native_attribute(object, class_of(object), name);
}

}  // namespace

Value get_attribute_plainly(const Value& object, std::string_view name) {
  if (auto intrinsic = intrinsic_attribute(object, name)) return *intrinsic;
  if (auto* cls = as<Class>(object); cls != nullptr && cls->of_scenario())
    return language().objects.get_class_attribute(*cls, name);
  if (auto* instance = as<Instance>(object); instance != nullptr && instance->cls().of_scenario()) {
    return language().objects.get_attribute(object, name);
  }
  if (const auto* super = as<Super>(object))
    return language().objects.super_attribute(*super, name);
  if (auto found = find_plain_attribute(object, name)) return *found;
  if (auto found =
          find_default_method(as<Class>(object) != nullptr ? Value::unbound() : object, name))
    return *found;
  if (const auto* module = as<Module>(object)) {
    throw attribute_error("module '" + module->name + "' has no attribute '" + std::string(name) +
                          "'");
  }
  throw_no_attribute(object, name);
}

namespace {

/// The scenario's own method for access to instances of its class; none for everything else.
std::optional<Value> find_hook(const Value& object, std::string_view hook) {
  const auto* instance = as<Instance>(object);
  if (instance == nullptr || !instance->cls().of_scenario()) return std::nullopt;
  const auto found = language().objects.lookup(instance->cls(), hook);
  if (!found || as<Function>(*found) == nullptr) return std::nullopt;
  return Value(make<Method>(object, *found));
}

}  // namespace

Value get_attribute(const Value& object, std::string_view name) {
  const auto hook = find_hook(object, "__getattr__");
  if (!hook) return get_attribute_plainly(object, name);
  try {
    return get_attribute_plainly(object, name);
  } catch (const PythonError& error) {
    if (!is_exception(error.exception(), "AttributeError")) throw;
  }
  return call(*hook, {make_str(name)});
}

std::optional<Value> find_attribute(const Value& object, std::string_view name) {
  try {
    return get_attribute(object, name);
  } catch (const PythonError& error) {
    if (is_exception(error.exception(), "AttributeError")) return std::nullopt;
    throw;
  }
}

void set_attribute(const Value& object, std::string_view name, Value value) {
  if (const auto hook = find_hook(object, "__setattr__"))
    call(*hook, {make_str(name), std::move(value)});
  else
    set_attribute_plainly(object, name, std::move(value));
}

void set_attribute_plainly(const Value& object, std::string_view name, Value value) {
  if (set_intrinsic_attribute(object, name, value)) return;
  auto* cls = as<Class>(object);
  auto* instance = as<Instance>(object);
  if ((cls != nullptr && cls->of_scenario()) ||
      (instance != nullptr && instance->cls().of_scenario())) {
    language().objects.set_attribute(object, name, std::move(value));
    return;
  }
  if (cls != nullptr)
    throw type_error("cannot set '" + std::string(name) + "' attribute of immutable type '" +
                     cls->name() + "'");
  if (instance != nullptr) {
    const auto found = instance->cls().find(name);
    if (!found || !set_by_descriptor(*found, object, value))
      instance->attributes().set(name, std::move(value));
  } else if (auto* function = as<Function>(object)) {
    function->attributes.set(name, std::move(value));
  } else if (const auto* module = as<Module>(object)) {
    current_run().set_in_module(*module, name, std::move(value));
  } else {
    throw attribute_error("'" + type_name(object) + "' object has no attribute '" +
                          std::string(name) + "' that can be set");
  }
}

void delete_attribute(const Value& object, std::string_view name) {
  auto* cls = as<Class>(object);
  auto* instance = as<Instance>(object);
  if ((cls != nullptr && cls->of_scenario()) ||
      (instance != nullptr && instance->cls().of_scenario())) {
    language().objects.delete_attribute(object, name);
    return;
  }
  if (instance != nullptr) {
    const auto found = instance->cls().find(name);
    if (found && delete_by_descriptor(*found, object)) return;
    if (instance->attributes().remove(name)) return;
  } else if (auto* function = as<Function>(object);
             function != nullptr && function->attributes.remove(name)) {
    return;
  }
  throw_no_attribute(object, name);
}

}  // namespace touchstone::native
