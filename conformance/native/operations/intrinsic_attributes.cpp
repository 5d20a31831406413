#include "conformance/native/interpreter/activation.h"
#include "conformance/native/operations/attributes.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

Value classes_tuple(const Classes& classes, Class* first = nullptr) {
  Values items;
  if (first != nullptr) items.emplace_back(first);
  for (const Ref<Class>& each : classes) items.emplace_back(each);
  return make_tuple(std::move(items));
}

std::optional<Value> of_class(Class& cls, std::string_view name) {
  if (name == "__name__") return make_str(cls.name());
  if (name == "__qualname__") return make_str(cls.qualified_name());
  if (name == "__module__") return make_str(cls.module());
  if (name == "__bases__") return classes_tuple(cls.bases());
  if (name == "__mro__") return classes_tuple(cls.ancestors(), &cls);
  if (name == "__dict__")
    return dict_of(cls.of_scenario() ? language().objects.own_attributes(Value(&cls))
                                     : cls.attributes().snapshot());
  if (name == "__doc__" && !cls.of_scenario()) return Value();
  if (name == "__abstractmethods__" && cls.of_scenario()) {
    Values names;
    for (const std::string& each : language().objects.abstract_methods(cls))
      names.push_back(make_str(each));
    return call(Value(&builtin_class("frozenset")), {make_list(std::move(names))});
  }
  return std::nullopt;
}

std::optional<Value> of_function(Function& function, std::string_view name) {
  if (name == "__name__" || name == "__qualname__") {
    auto own = function.attributes.find(name);
    return own ? *own : make_str(function.name);
  }
  if (name == "__defaults__")
    return function.defaults.empty() ? Value() : make_tuple(function.defaults);
  if (name == "__dict__") return dict_of(function.attributes.snapshot());
  if (name == "__doc__" && !function.attributes.contains(name)) return Value();
  if (name == "__module__" && !function.attributes.contains(name)) return make_str("__main__");
  return std::nullopt;
}

std::optional<Value> of_method(const Method& method, std::string_view name) {
  if (name == "__self__") return method.receiver;
  if (name == "__func__") return method.function;
  if (name == "__name__" || name == "__qualname__" || name == "__doc__")
    return get_attribute(method.function, name);
  if (as<Function>(method.function) != nullptr && name != "__class__")
    return find_attribute(method.function, name);
  return std::nullopt;
}

std::optional<Value> of_exception(const Exception& exception, std::string_view name) {
  if (name == "args") return Value(exception.arguments());
  if (name == "__cause__") return exception.cause();
  if (name == "__context__") return exception.context();
  if (name == "__suppress_context__") return exception.suppresses_context();
  if (name == "__traceback__") return Value();
  return std::nullopt;
}

std::optional<Value> of_property(const Property& property, std::string_view name) {
  if (name == "fget") return property.getter;
  if (name == "fset") return property.setter;
  if (name == "fdel") return property.deleter;
  return std::nullopt;
}

std::optional<Value> of_slice(const Slice& slice, std::string_view name) {
  if (name == "start") return slice.start();
  if (name == "stop") return slice.stop();
  if (name == "step") return slice.step();
  return std::nullopt;
}

std::optional<Value> of_range(const Range& range, std::string_view name) {
  if (name == "start") return make_int(range.start());
  if (name == "stop") return make_int(range.stop());
  if (name == "step") return make_int(range.step());
  return std::nullopt;
}

std::optional<Value> of_named(const std::string& own_name, std::string_view name) {
  if (name == "__name__" || name == "__qualname__") return make_str(own_name);
  return std::nullopt;
}

ResumableState state_of(Generator& generator) {
  switch (generator.flavour()) {
    case Flavour::Generator:
      return language().generators.state(generator);
    case Flavour::AsyncGenerator:
      return language().async_generators.state(generator);
    default:
      return language().coroutines.state(generator);
  }
}

/// The frame, as something to ask about no more than whether it is there.
std::optional<Value> of_generator(Generator& generator, std::string_view name) {
  const char* const frame = generator.flavour() == Flavour::Generator        ? "gi_frame"
                            : generator.flavour() == Flavour::AsyncGenerator ? "ag_frame"
                                                                             : "cr_frame";
  if (name != frame) return of_named(generator.name(), name);
  if (state_of(generator) == ResumableState::Closed) return Value();
  return call(Value(&builtin_class("object")));
}

std::optional<Value> of_object(Object& object, std::string_view name) {
  switch (object.kind()) {
    case Kind::Class:
      return of_class(static_cast<Class&>(object), name);
    case Kind::Function:
      return of_function(static_cast<Function&>(object), name);
    case Kind::Method:
      return of_method(static_cast<Method&>(object), name);
    case Kind::Exception:
      return of_exception(static_cast<Exception&>(object), name);
    case Kind::Builtin:
      return of_named(static_cast<Builtin&>(object).name, name);
    case Kind::Generator:
      return of_generator(static_cast<Generator&>(object), name);
    case Kind::Module:
      return of_named(static_cast<Module&>(object).name, name);
    case Kind::Slice:
      return of_slice(static_cast<Slice&>(object), name);
    case Kind::Range:
      return of_range(static_cast<Range&>(object), name);
    case Kind::Property:
      return of_property(static_cast<Property&>(object), name);
    case Kind::StaticMethod:
      if (name == "__func__" || name == "__wrapped__")
        return static_cast<StaticMethod&>(object).function;
      return std::nullopt;
    case Kind::ClassMethod:
      if (name == "__func__" || name == "__wrapped__")
        return static_cast<ClassMethod&>(object).function;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Value> intrinsic_attribute(const Value& object, std::string_view name) {
  if (name == "__class__" && as<Super>(object) == nullptr) return Value(type_of(object));
  if (!object.is_object()) return std::nullopt;
  if (name == "__dict__") {
    if (auto* instance = as<Instance>(object)) {
      return dict_of(instance->cls().of_scenario() ? language().objects.own_attributes(object)
                                                   : instance->attributes().snapshot());
    }
    if (auto* module = as<Module>(object)) return dict_of(module->attributes.snapshot());
  }
  return of_object(*object.object(), name);
}

bool set_intrinsic_attribute(const Value& object, std::string_view name, const Value& value) {
  if (auto* exception = as<Exception>(object)) {
    if (name == "__cause__") return exception->set_cause(value), true;
    if (name == "__context__") return exception->set_context(value), true;
    if (name == "__suppress_context__")
      return exception->set_suppresses_context(truth(value)), true;
    if (name == "args") return exception->set_arguments(make<Tuple>(items_of(value))), true;
    if (name == "__traceback__") return true;
  }
  if (auto* instance = as<Instance>(object); instance != nullptr && name == "__class__") {
    auto* cls = as<Class>(value);
    if (cls == nullptr) throw type_error("__class__ must be set to a class");
    return instance->set_class(cls), true;
  }
  return false;
}

}  // namespace touchstone::native
