// Methods that are bound to the wrong thing, and state that ends up in the wrong place.
#include "conformance/faults/objects/resolution.h"
#include "conformance/native/interpreter/activation.h"

namespace touchstone::faults {
namespace {

using native::Call;

Value builtin(std::string name, native::Builtin::Body body) {
  return native::make<native::Builtin>(std::move(name), std::move(body));
}

/// Replaces what access to a function gives; `wrong` gets the function and the receiver, and the
/// right way to bind.
using Bind = std::function<Value(const Value&, const Value&, Class&)>;
void replace_bind(Registry& registry, Value (*wrong)(const Bind& right, const Value& function,
                                                     const Value& receiver, Class& owner)) {
  auto& bind = registry.language.objects.bind_function;
  bind = [right = bind, wrong](const Value& function, const Value& receiver, Class& owner) {
    return wrong(right, function, receiver, owner);
  };
}

Value make_instance_silently(const Bind& right, const Value& function, const Value& receiver,
                             Class& owner) {
  if (receiver.is_bound()) return right(function, receiver, owner);
  return builtin("method", [function, cls = Ref<Class>(&owner)](Call& call) {
    if (call.size() == 0) call.arguments().positional.push_back(native::call(Value(cls)));
    return native::call(function, call.arguments());
  });
}

Value check_receiver(const Bind& right, const Value& function, const Value& receiver,
                     Class& owner) {
  if (receiver.is_bound()) return right(function, receiver, owner);
  return builtin("method", [function, cls = Ref<Class>(&owner)](Call& call) {
    if (call.size() > 0 && !native::is_instance(call[0], *cls))
      throw native::type_error("method requires an instance of " + cls->name());
    return native::call(function, call.arguments());
  });
}

Value forget_receiver(const Bind& right, const Value& function, const Value& receiver,
                      Class& owner) {
  if (!receiver.is_bound()) return right(function, receiver, owner);
  return builtin("function", [function, receiver](Call& call) {
    auto& positional = call.arguments().positional;
    positional.insert(positional.begin(), receiver);
    return native::call(function, call.arguments());
  });
}

/// Puts the receiver where the parameter called self stands; nowhere without one.
Value bind_by_name(const Bind& right, const Value& function, const Value& receiver, Class& owner) {
  if (!receiver.is_bound()) return right(function, receiver, owner);
  const Names parameters = native::parameter_names(*as<native::Function>(function));
  const auto position = std::ranges::find(parameters, "self") - parameters.begin();
  if (position == 0 && !parameters.empty()) return right(function, receiver, owner);
  return builtin("function", [function, receiver, position](Call& call) {
    auto& positional = call.arguments().positional;
    if (position <= std::ssize(positional))
      positional.insert(positional.begin() + position, receiver);
    return native::call(function, call.arguments());
  });
}

Value static_where_parameterless(const Bind& right, const Value& function, const Value& receiver,
                                 Class& owner) {
  const auto* plain = as<native::Function>(function);
  return plain != nullptr && native::parameter_names(*plain).empty()
             ? function
             : right(function, receiver, owner);
}

/// Binds to the instance of the class that was made last.
void bind_to_last_made(Registry& registry) {
  auto& objects = registry.language.objects;
  const auto last = std::make_shared<Value>(Value::unbound());
  objects.instantiate = [right = objects.instantiate, last](Class& cls,
                                                            native::Arguments& arguments) {
    return *last = right(cls, arguments);
  };
  objects.bind_function = [right = objects.bind_function, last](
                              const Value& function, const Value& receiver, Class& owner) {
    const bool same = receiver.is_bound() && last->is_bound() &&
                      &native::class_of(*last) == &native::class_of(receiver);
    return right(function, same ? *last : receiver, owner);
  };
}

/// Whose method runs now, and the class in which that method is defined.
struct Running {
  Value receiver = Value::unbound();
  Ref<Class> definer;
};

Value call_as(Running& running, Running next, const Value& function, Call& call) {
  auto& positional = call.arguments().positional;
  positional.insert(positional.begin(), next.receiver);
  std::swap(running, next);
  auto outcome = native::try_call(function, call.arguments());
  std::swap(running, next);
  if (outcome.failed()) throw native::PythonError(std::move(outcome.error));
  return std::move(*outcome.value);
}

/// Inside a method, names on its own instance are looked up from the class that defines the method.
void siblings_of_definer(Registry& registry) {
  auto& objects = registry.language.objects;
  const auto running = std::make_shared<Running>();
  objects.bind_function = [right = objects.bind_function, running](
                              const Value& function, const Value& receiver, Class& owner) {
    if (!receiver.is_bound()) return right(function, receiver, owner);
    const Running next{receiver, Ref<Class>(&definer(owner, function))};
    return builtin("function", [running, next, function](Call& call) {
      return call_as(*running, next, function, call);
    });
  };
  objects.get_attribute = [right = objects.get_attribute, running](const Value& object,
                                                                   std::string_view name) {
    if (!running->receiver.is(object)) return right(object, name);
    const auto found = native::language().objects.lookup(*running->definer, name);
    if (!found || as<native::Function>(*found) == nullptr) return right(object, name);
    return native::language().objects.bind_function(*found, object, *running->definer);
  };
}

void store_on_class(Registry& registry) {
  auto& set = registry.language.objects.set_attribute;
  set = [right = set](const Value& object, std::string_view name, Value value) {
    const bool instance = as<Class>(object) == nullptr;
    right(instance ? Value(&native::class_of(object)) : object, name, std::move(value));
  };
}

const Faults objects_instance_method_faults{
    {"objects.method.instance-made-silently",
     "An instance method called on the class without an argument makes an instance for itself.",
     {"objects.method.call-through-class-needs-instance"},
     [](Registry& registry) { replace_bind(registry, make_instance_silently); }},
    {"objects.method.receiver-checked",
     "An instance method called through the class refuses an object of another class.",
     {"objects.method.call-through-class-with-instance"},
     [](Registry& registry) { replace_bind(registry, check_receiver); }},
    {"objects.method.siblings-of-definer",
     "A method calls the siblings in its defining class, not the overrides of its instance.",
     {"objects.method.calls-sibling"},
     siblings_of_definer},
    {"objects.method.bound-to-last-made",
     "A method is bound to the instance that was made last.",
     {"objects.method.instance-receives-self"},
     bind_to_last_made},
    {"objects.method.state-on-class",
     "An attribute set on an instance is stored on its class.",
     {"objects.method.instance-state-is-own"},
     store_on_class},
    {"objects.method.bound-by-name",
     "Binding looks for a parameter called self, wherever it stands.",
     {"objects.method.self-is-convention"},
     [](Registry& registry) { replace_bind(registry, bind_by_name); }},
    {"objects.method.no-receiver",
     "Access through an instance gives a function without a receiver to ask for.",
     {"objects.method.bound-kinds"},
     [](Registry& registry) { replace_bind(registry, forget_receiver); }},
    {"objects.method.parameterless-is-static",
     "A function without parameters counts as static by itself.",
     {"objects.method.undecorated-without-self"},
     [](Registry& registry) { replace_bind(registry, static_where_parameterless); }},
};

}  // namespace
}  // namespace touchstone::faults
