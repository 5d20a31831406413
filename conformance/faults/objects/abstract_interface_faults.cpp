// Interfaces that are something else than classes, and subtypes that are not seen as such.
#include "conformance/faults/objects/resolution.h"

namespace touchstone::faults {
namespace {

void dispatch_to_interface(Registry& registry) {
  auto& get = registry.language.objects.get_attribute;
  get = [right = get](const Value& object, std::string_view name) {
    Class& cls = native::class_of(object);
    for (Class* each : scenario_order(cls)) {
      const auto own = own_attribute(*each, name);
      if (own && is_marked_abstract(*own))
        return native::language().objects.bind_function(function_inside(*own), object, cls);
    }
    return right(object, name);
  };
}

void interfaces_of_another_type(Registry& registry) {
  auto& type_of = registry.language.objects.type_of;
  type_of = [right = type_of](const Value& object) {
    auto* cls = as<Class>(object);
    const bool interface = cls != nullptr && cls->of_scenario() && !demanded_names(*cls).empty();
    return interface ? Ref<Class>(&native::builtin_class("type")) : right(object);
  };
}

/// A super() that finds nothing but an empty body where the method is abstract.
void discard_abstract_bodies(Registry& registry) {
  auto& super_attribute = registry.language.objects.super_attribute;
  super_attribute = [right = super_attribute](const native::Super& from, std::string_view name) {
    Value found = right(from, name);
    const auto* method = as<native::Method>(found);
    if (method == nullptr || !is_marked_abstract(method->function)) return found;
    return Value(
        native::make<native::Builtin>(std::string(name), [](native::Call&) { return Value(); }));
  };
}

void compare_exact_types(Registry& registry) {
  auto& objects = registry.language.objects;
  objects.is_instance = [](const Value& object, Class& cls) {
    return &native::class_of(object) == &cls;
  };
  objects.is_subclass = [](Class& derived, Class& base) { return &derived == &base; };
}

void demand_methods_of_registered(Registry& registry) {
  auto& objects = registry.language.objects;
  objects.register_subclass = [right = objects.register_subclass](Class& interface,
                                                                  Class& implementer) {
    for (const std::string& name : native::language().objects.abstract_methods(interface))
      if (!native::language().objects.lookup(implementer, name))
        throw native::type_error(implementer.name() + " lacks " + name);
    right(interface, implementer);
  };
}

const Faults objects_abstract_interface_faults{
    {"objects.abstract.dispatch-to-interface",
     "A call on an instance reaches the interface's empty body in place of the override.",
     {"objects.abstract.concrete-subclass-works"},
     dispatch_to_interface},
    {"objects.abstract.another-type",
     "An interface reports another type than ordinary classes of its metaclass.",
     {"objects.abstract.interface-is-a-class"},
     interfaces_of_another_type},
    {"objects.abstract.bodies-discarded",
     "The body of an abstract method is discarded when the class is made.",
     {"objects.abstract.may-have-body"},
     discard_abstract_bodies},
    {"objects.abstract.exact-types",
     "isinstance and issubclass compare types exactly.",
     {"objects.abstract.subtype-relation"},
     compare_exact_types},
    {"objects.abstract.register-demands-methods",
     "A class can be registered as a virtual subclass only if it has the required methods.",
     {"objects.abstract.virtual-subclass"},
     demand_methods_of_registered},
};

}  // namespace
}  // namespace touchstone::faults
