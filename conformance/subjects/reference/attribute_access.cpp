#include "conformance/native/builtins/builtins.h"
#include "conformance/native/operations/attributes.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/subjects/reference/objects_bindings.h"
#include "impl/errors/hierarchy.h"

namespace touchstone::reference {
namespace {

using native::as;
using native::Class;
using native::Ref;
using native::Value;
using Access = objects::Access<Value>;

/// What was found, with the class it was looked up in and the receiver (unbound: the class itself).
struct Finding {
  Class& owner;
  const Value& receiver;
  const std::optional<Attribute> of_class;
};

/// The value of a class attribute, past its own binding rule: a scenario's descriptor, or a
/// function.
Value finish_value(Value value, const Finding& finding) {
  if (!finding.of_class) return value;
  const auto& operations = native::language().objects;
  switch (finding.of_class->binding) {
    case objects::Binding::static_method:
      return operations.bind_static_method(value, finding.receiver, finding.owner);
    case objects::Binding::function:
      return operations.bind_function(value, finding.receiver, finding.owner);
    case objects::Binding::none:
      return native::bind_attribute(value, finding.receiver, finding.owner);
    default:
      return value;
  }
}

Value finish(Access access, const Finding& finding) {
  const auto& operations = native::language().objects;
  if (auto* call = std::get_if<objects::PropertyCall<Value>>(&access))
    return native::call(call->function, {finding.receiver});
  if (auto* value = std::get_if<Value>(&access)) return finish_value(std::move(*value), finding);
  auto& bound = std::get<objects::BoundMethod<Value>>(access);
  if (std::holds_alternative<ClassPointer>(bound.receiver))
    return operations.bind_class_method(bound.function, finding.receiver, finding.owner);
  return operations.bind_function(bound.function, finding.receiver, finding.owner);
}

/// The class attribute that an access to the instance gives; none where its own attribute goes
/// before.
std::optional<Attribute> class_side(const InstancePointer& instance, std::string_view name) {
  auto of_class = instance->its_class()->lookup(name);
  if (of_class && of_class->binding != objects::Binding::property &&
      instance->attributes().find(name))
    return std::nullopt;
  return of_class;
}

/// A scenario's own data descriptor goes before the instance's attribute.
std::optional<Value> data_descriptor(const ImplementedClass& cls, std::string_view name) {
  const auto found = cls.lookup(name);
  if (!found || found->binding != objects::Binding::none ||
      !native::is_data_descriptor(found->value))
    return std::nullopt;
  return found->value;
}

Value get_attribute(const Value& object, std::string_view name) {
  native::Instance& instance = *as<native::Instance>(object);
  if (const InstancePointer implemented = implementation_of(instance)) {
    if (const auto descriptor = data_descriptor(*implemented->its_class(), name))
      return native::bind_attribute(*descriptor, object, instance.cls());
    if (auto found = objects::find_attribute(implemented, name))
      return finish(std::move(*found), {instance.cls(), object, class_side(implemented, name)});
  }
  if (auto own = instance.attributes().find(name)) return *own;
  if (auto common = native::find_default_method(object, name)) return *common;
  native::throw_no_attribute(object, name);
}

Value get_class_attribute(Class& cls, std::string_view name) {
  const ClassPointer implemented = implementation_of(cls);
  const Value unbound = Value::unbound();
  if (auto found = objects::find_attribute(implemented, name))
    return finish(std::move(*found), {cls, unbound, implemented->lookup(name)});
  Class& metaclass = native::class_of(Value(&cls));
  if (const auto found = metaclass.find(name))
    return native::bind_attribute(*found, Value(&cls), metaclass);
  if (auto common = native::find_default_method(unbound, name)) return *common;
  native::throw_no_attribute(Value(&cls), name);
}

void set_attribute(const Value& object, std::string_view name, Value value) {
  if (auto* cls = as<Class>(object)) {
    implementation_of(*cls)->attributes().set(name, attribute_from(name, value));
    return;
  }
  const InstancePointer instance = implementation_of(*as<native::Instance>(object));
  if (!instance) return;
  if (const auto descriptor = data_descriptor(*instance->its_class(), name);
      descriptor && native::set_by_descriptor(*descriptor, object, value))
    return;
  if (const auto setter = objects::set_attribute(instance, name, value))
    native::call(setter->function, {object, std::move(value)});
}

void delete_attribute(const Value& object, std::string_view name) {
  if (auto* cls = as<Class>(object)) {
    objects::delete_attribute(implementation_of(*cls), name);
    return;
  }
  native::Instance& instance = *as<native::Instance>(object);
  const InstancePointer implemented = implementation_of(instance);
  const auto found = native::language().objects.lookup(instance.cls(), name);
  if (found && native::delete_by_descriptor(*found, object)) return;
  if (instance.attributes().remove(name)) return;
  objects::delete_attribute(implemented, name);
}

/// Methods that every object has and no class of the scenario defines.
Value common_super_attribute(const native::Super& from, std::string_view name) {
  const auto found = native::find_default_method(
      as<Class>(from.receiver) != nullptr ? Value::unbound() : from.receiver, name);
  if (!found)
    throw native::attribute_error("'super' object has no attribute '" + std::string(name) + "'");
  return *found;
}

Value super_attribute(const native::Super& from, std::string_view name) {
  const ClassPointer after = implementation_of(*from.after);
  auto* instance = as<native::Instance>(from.receiver);
  Class& owner = instance != nullptr ? instance->cls() : *as<Class>(from.receiver);
  const ClassPointer resolved = implementation_of(owner);
  if (std::ranges::find(resolved->mro(), after.get()) != resolved->mro().end() &&
      !resolved->lookup(name, after.get())) {
    return common_super_attribute(from, name);
  }
  const Value receiver = instance != nullptr ? from.receiver : Value::unbound();
  Access found = instance != nullptr
                     ? objects::super_attribute(*after, implementation_of(*instance), name)
                     : objects::super_attribute(*after, resolved, name);
  return finish(std::move(found), {owner, receiver, resolved->lookup(name, after.get())});
}

Value bind_function(const Value& function, const Value& receiver, Class&) {
  return receiver.is_bound() ? Value(native::make<native::Method>(receiver, function)) : function;
}

Value bind_class_method(const Value& function, const Value& receiver, Class& owner) {
  Class& cls = receiver.is_bound() ? native::class_of(receiver) : owner;
  return native::make<native::Method>(Value(&cls), function);
}

}  // namespace

void bind_attribute_access(native::ObjectOperations& operations) {
  operations.get_attribute = get_attribute;
  operations.get_class_attribute = get_class_attribute;
  operations.set_attribute = set_attribute;
  operations.delete_attribute = delete_attribute;
  operations.super_attribute = super_attribute;
  operations.bind_function = bind_function;
  operations.bind_class_method = bind_class_method;
  operations.bind_static_method = [](const Value& function, const Value&, Class&) {
    return function;
  };
}

void bind_abc(native::Registry& registry) {
  Class& metaclass = native::builtin_class("ABCMeta");
  const Ref<Class> object(&native::builtin_class("object"));
  const Ref<Class> base = native::make<Class>("ABC", native::Classes{object},
                                              native::Classes{object}, Ref<Class>(&metaclass));
  base->set_module("abc");
  const auto mark = [](const Value& function) {
    if (auto* plain = as<native::Function>(function))
      plain->attributes.set("__isabstractmethod__", true);
    return function;
  };
  for (const char* prefix : {"", "abc."}) {
    const std::string dotted(prefix);
    registry.value(dotted + "ABC", base)
        .value(dotted + "ABCMeta", Value(&metaclass))
        .function(dotted + "abstractmethod", mark);
  }
}

}  // namespace touchstone::reference
