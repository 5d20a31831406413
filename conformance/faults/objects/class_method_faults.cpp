// Class methods and static methods that get, see or change the wrong thing.
#include <map>

#include "conformance/faults/objects/resolution.h"

namespace touchstone::faults {
namespace {

using native::Instance;
using native::Method;

/// The instance through which a class method was last looked up; unbound after a look-up on a
/// class.
std::shared_ptr<Value> note_receivers(native::ObjectOperations& objects) {
  const auto last = std::make_shared<Value>(Value::unbound());
  objects.bind_class_method = [right = objects.bind_class_method, last](
                                  const Value& function, const Value& receiver, Class& owner) {
    *last = receiver;
    return right(function, receiver, owner);
  };
  return last;
}

bool is_instance_of(const Value& noted, const Class& cls) {
  return as<Instance>(noted) != nullptr && &native::class_of(noted) == &cls;
}

void write_to_calling_instance(Registry& registry) {
  auto& objects = registry.language.objects;
  objects.set_attribute = [right = objects.set_attribute, last = note_receivers(objects)](
                              const Value& object, std::string_view name, Value value) {
    const auto* cls = as<Class>(object);
    const bool called_on_instance = cls != nullptr && is_instance_of(*last, *cls);
    right(called_on_instance ? *last : object, name, std::move(value));
  };
}

void read_calling_instance(Registry& registry) {
  auto& objects = registry.language.objects;
  objects.get_class_attribute = [right = objects.get_class_attribute,
                                 last = note_receivers(objects)](Class& cls,
                                                                 std::string_view name) {
    if (is_instance_of(*last, cls))
      for (const auto& [own, value] : native::language().objects.own_attributes(*last))
        if (own == name) return value;
    return right(cls, name);
  };
}

void leak_instance_state(Registry& registry) {
  auto& objects = registry.language.objects;
  const auto leaked = std::make_shared<std::map<std::string, Value, std::less<>>>();
  objects.create_class = [right = objects.create_class,
                          leaked](const native::ClassStatement& statement) {
    leaked->clear();
    return right(statement);
  };
  objects.set_attribute = [right = objects.set_attribute, leaked](
                              const Value& object, std::string_view name, Value value) {
    if (as<Instance>(object) != nullptr) leaked->insert_or_assign(std::string(name), value);
    right(object, name, std::move(value));
  };
  objects.get_class_attribute = [right = objects.get_class_attribute, leaked](
                                    Class& cls, std::string_view name) {
    const auto found = leaked->find(name);
    return found != leaked->end() && !native::language().objects.lookup(cls, name)
               ? found->second
               : right(cls, name);
  };
}

void write_to_definer(Registry& registry) {
  auto& set = registry.language.objects.set_attribute;
  set = [right = set](const Value& object, std::string_view name, Value value) {
    if (auto* cls = as<Class>(object))
      for (Class* each : scenario_order(*cls))
        if (own_attribute(*each, name)) return right(Value(each), name, std::move(value));
    right(object, name, std::move(value));
  };
}

void pass_instance(Registry& registry) {
  auto& bind = registry.language.objects.bind_class_method;
  bind = [right = bind](const Value& function, const Value& receiver, Class& owner) {
    return receiver.is_bound() ? Value(native::make<Method>(receiver, function))
                               : right(function, receiver, owner);
  };
}

void pass_definer(Registry& registry) {
  registry.language.objects.bind_class_method = [](const Value& function, const Value& receiver,
                                                   Class& owner) {
    Class& cls = receiver.is_bound() ? native::class_of(receiver) : owner;
    return Value(native::make<Method>(Value(&definer(cls, function)), function));
  };
}

using Bind = std::function<Value(const Value&, const Value&, Class&)>;

void refuse_instances(Bind& bind) {
  bind = [right = bind](const Value& function, const Value& receiver, Class& owner) {
    if (receiver.is_bound()) throw native::attribute_error("only the class has this method");
    return right(function, receiver, owner);
  };
}

void wrap_at_each_access(Registry& registry) {
  registry.language.objects.bind_static_method = [](const Value& function, const Value&, Class&) {
    return Value(native::make<native::Builtin>("static method", [function](native::Call& call) {
      return native::call(function, call.arguments());
    }));
  };
}

void inject_instance(Registry& registry) {
  auto& bind = registry.language.objects.bind_static_method;
  bind = [right = bind](const Value& function, const Value& receiver, Class& owner) {
    return receiver.is_bound() ? Value(native::make<Method>(receiver, function))
                               : right(function, receiver, owner);
  };
}

void not_inherited(Registry& registry) {
  auto& bind = registry.language.objects.bind_static_method;
  bind = [right = bind](const Value& function, const Value& receiver, Class& owner) {
    if (&definer(owner, function) != &owner)
      throw native::attribute_error("the subclass has no such method");
    return right(function, receiver, owner);
  };
}

const Faults objects_class_method_faults{
    {"objects.method.class-write-to-instance",
     "What a class method sets on its class ends up on the instance it was called on.",
     {"objects.method.class-method-changes-class"},
     write_to_calling_instance},
    {"objects.method.class-sees-instance-state",
     "A class shows the attributes that were last set on any instance.",
     {"objects.method.class-method-no-instance-state"},
     leak_instance_state},
    {"objects.method.class-method-gets-instance",
     "A class method called on an instance gets the instance.",
     {"objects.method.class-method-receives-class"},
     pass_instance},
    {"objects.method.class-method-gets-definer",
     "A class method always gets the class that defines it.",
     {"objects.method.class-method-receives-subclass"},
     pass_definer},
    {"objects.method.class-method-on-class-only",
     "A class method cannot be called on an instance.",
     {"objects.method.class-method-via-both"},
     [](Registry& registry) { refuse_instances(registry.language.objects.bind_class_method); }},
    {"objects.method.class-write-to-definer",
     "An attribute set on a subclass is written to the class that has it already.",
     {"objects.method.class-write-stays-in-subclass"},
     write_to_definer},
    {"objects.method.class-method-sees-shadow",
     "A class method called on an instance reads the instance's attribute in place of the class's.",
     {"objects.method.instance-attribute-shadows"},
     read_calling_instance},
    {"objects.method.static-wrapped",
     "Each access to a static method makes a new wrapper.",
     {"objects.method.static-is-plain-function"},
     wrap_at_each_access},
    {"objects.method.static-gets-instance",
     "A static method called on an instance gets the instance as its first argument.",
     {"objects.method.static-no-implicit-argument"},
     inject_instance},
    {"objects.method.static-on-class-only",
     "A static method cannot be called on an instance.",
     {"objects.method.static-via-both"},
     [](Registry& registry) { refuse_instances(registry.language.objects.bind_static_method); }},
    {"objects.method.static-not-inherited",
     "A static method is not found on a subclass.",
     {"objects.method.call-form-table"},
     not_inherited},
};

}  // namespace
}  // namespace touchstone::faults
