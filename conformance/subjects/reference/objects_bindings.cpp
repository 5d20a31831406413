#include "conformance/subjects/reference/objects_bindings.h"

#include <mutex>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/operations/attributes.h"
#include "conformance/native/operations/instances.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

using native::as;
using native::Class;
using native::Ref;
using native::Value;

bool is_marked_abstract(const Value& value) {
  if (auto* function = as<native::Function>(value)) {
    const auto mark = function->attributes.find("__isabstractmethod__");
    return mark && native::truth(*mark);
  }
  if (const auto* method = as<native::StaticMethod>(value))
    return is_marked_abstract(method->function);
  if (const auto* method = as<native::ClassMethod>(value))
    return is_marked_abstract(method->function);
  if (const auto* property = as<native::Property>(value))
    return is_marked_abstract(property->getter);
  return false;
}

std::optional<Value> accessor(const Value& function) {
  return function.is_none() ? std::nullopt : std::optional(function);
}

Attribute plain_attribute(std::string_view name, const Value& value) {
  const bool implicit_class_method = name == "__init_subclass__" || name == "__class_getitem__";
  if (as<native::Function>(value) != nullptr) {
    if (name == "__new__") return objects::static_method(value);
    return implicit_class_method ? objects::class_method(value) : objects::function(value);
  }
  if (const auto* builtin = as<native::Builtin>(value); builtin != nullptr && builtin->binds)
    return objects::function(value);
  if (const auto* method = as<native::StaticMethod>(value))
    return objects::static_method(method->function);
  if (const auto* method = as<native::ClassMethod>(value))
    return objects::class_method(method->function);
  if (const auto* property = as<native::Property>(value))
    return objects::property(value, accessor(property->getter), accessor(property->setter));
  return objects::data(value);
}

ImplementedClass::Attributes attributes_of(const native::Namespace::Bindings& bindings) {
  ImplementedClass::Attributes attributes;
  for (const auto& [name, value] : bindings)
    attributes.emplace_back(name, attribute_from(name, value));
  return attributes;
}

objects::Metaclass metaclass_of(const Ref<Class>& metaclass) {
  const bool abc = metaclass && metaclass->derives_from(native::builtin_class("ABCMeta"));
  return abc ? objects::Metaclass::abc : objects::Metaclass::type;
}

/// Classes that are not the scenario's get their counterpart when one is first needed.
ClassPointer mirror(Class& cls) {
  static std::recursive_mutex mutex;
  const std::scoped_lock lock(mutex);
  if (!cls.implementation()) {
    std::vector<ClassPointer> bases;
    for (const Ref<Class>& base : cls.bases()) bases.push_back(mirror(*base));
    cls.implementation() = ImplementedClass::make(cls.name(), std::move(bases),
                                                  attributes_of(cls.attributes().snapshot()),
                                                  metaclass_of(cls.metaclass()));
  }
  return std::static_pointer_cast<ImplementedClass>(cls.implementation());
}

/// The classes behind the new one in its order of resolution.
native::Classes ancestors_of(const ImplementedClass& made, const native::Classes& bases) {
  std::map<const ImplementedClass*, Ref<Class>> known;
  for (const Ref<Class>& base : bases) {
    known.emplace(implementation_of(*base).get(), base);
    for (const Ref<Class>& each : base->ancestors())
      known.emplace(implementation_of(*each).get(), each);
  }
  native::Classes ancestors;
  for (std::size_t at = 1; at < made.mro().size(); ++at)
    ancestors.push_back(known.at(made.mro()[at]));
  return ancestors;
}

Ref<Class> create_class(const native::ClassStatement& statement) {
  native::Classes bases = statement.bases;
  if (bases.empty()) bases.emplace_back(&native::builtin_class("object"));
  std::vector<ClassPointer> implemented_bases;
  for (const Ref<Class>& base : bases) implemented_bases.push_back(implementation_of(*base));
  const ClassPointer made =
      ImplementedClass::make(statement.name, std::move(implemented_bases),
                             attributes_of(statement.body), metaclass_of(statement.metaclass));
  const native::Classes ancestors = ancestors_of(*made, bases);
  const Ref<Class> cls =
      native::make<Class>(statement.name, std::move(bases), ancestors, statement.metaclass);
  cls->set_of_scenario();
  cls->set_module("__main__");
  cls->set_qualified_name(statement.qualified_name);
  cls->implementation() = made;
  return cls;
}

/// Instances that a run's end has emptied already have no attributes.
void adopt_instance(native::Instance& fresh) {
  fresh.implementation() = std::make_shared<ImplementedInstance>(implementation_of(fresh.cls()));
}

Value instantiate(Class& cls, native::Arguments& arguments) {
  const auto& operations = native::language().objects;
  Value made;
  if (const auto own_new = operations.lookup(cls, "__new__")) {
    native::Arguments forwarded = arguments;
    forwarded.positional.insert(forwarded.positional.begin(), Value(&cls));
    const auto* method = as<native::StaticMethod>(*own_new);
    made = native::call(method != nullptr ? method->function : *own_new, std::move(forwarded));
    if (!native::is_instance(made, cls)) return made;
  } else {
    refuse_abstract(cls, operations.abstract_methods(cls));
    made = native::create_instance(cls, arguments);
  }
  if (const auto initialise = native::find_special(made, "__init__")) {
    const Value result = native::call(*initialise, arguments);
    if (!result.is_none())
      throw native::type_error("__init__() should return None, not '" + native::type_name(result) +
                               "'");
  }
  return made;
}

std::optional<Value> lookup(Class& cls, std::string_view name) {
  const auto found = implementation_of(cls)->lookup(name);
  if (!found) return std::nullopt;
  return stored_value(*found);
}

bool derives(Class& derived, Class& base) {
  return implementation_of(derived)->is_subclass_of(*implementation_of(base));
}

native::Namespace::Bindings own_attributes(const Value& object) {
  native::Namespace::Bindings bindings;
  if (auto* cls = as<Class>(object)) {
    for (const auto& [name, attribute] : implementation_of(*cls)->attributes().items())
      bindings.emplace_back(name, stored_value(attribute));
  } else if (const auto instance = implementation_of(*as<native::Instance>(object))) {
    bindings = instance->attributes().items();
  }
  return bindings;
}

}  // namespace

Attribute attribute_from(std::string_view name, const Value& value) {
  const Attribute attribute = plain_attribute(name, value);
  return is_marked_abstract(value) ? objects::abstract_method(attribute) : attribute;
}

Value stored_value(const Attribute& attribute) {
  switch (attribute.binding) {
    case objects::Binding::static_method:
      return native::make<native::StaticMethod>(attribute.value);
    case objects::Binding::class_method:
      return native::make<native::ClassMethod>(attribute.value);
    default:
      return attribute.value;
  }
}

ClassPointer implementation_of(Class& cls) {
  if (!cls.of_scenario()) return mirror(cls);
  if (!cls.implementation())
    throw native::runtime_error("class '" + cls.name() + "' is gone: its run has ended");
  return std::static_pointer_cast<ImplementedClass>(cls.implementation());
}

InstancePointer implementation_of(native::Instance& instance) {
  return std::static_pointer_cast<ImplementedInstance>(instance.implementation());
}

void refuse_abstract(const Class& cls, const std::vector<std::string>& missing) {
  if (missing.empty()) return;
  std::string names;
  for (const std::string& each : missing) names += (names.empty() ? "" : ", ") + each;
  throw native::type_error("Can't instantiate abstract class " + cls.name() +
                           " with abstract method" + (missing.size() == 1 ? " " : "s ") + names);
}

void bind_objects(native::Registry& registry) {
  native::ObjectOperations& operations = registry.language.objects;
  operations.create_class = create_class;
  operations.abstract_methods = [](Class& cls) {
    return implementation_of(cls)->abstract_methods();
  };
  operations.instantiate = instantiate;
  operations.adopt_instance = adopt_instance;
  operations.lookup = lookup;
  operations.own_attributes = own_attributes;
  operations.is_instance = [](const Value& object, Class& cls) {
    return derives(native::class_of(object), cls);
  };
  operations.is_subclass = derives;
  operations.register_subclass = [](Class& interface, Class& implementer) {
    implementation_of(interface)->register_subclass(implementation_of(implementer));
  };
  operations.type_of = [](const Value& object) { return Ref<Class>(&native::class_of(object)); };
  bind_attribute_access(operations);
  bind_abc(registry);
  registry.claims({"objects.classes", "objects.abc"});
}

}  // namespace touchstone::reference
