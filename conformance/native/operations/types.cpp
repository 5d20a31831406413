#include <algorithm>

#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {

std::string type_name(const Value& value) { return class_of(value).name(); }

Ref<Class> type_of(const Value& value) {
  const auto& operation = language().objects.type_of;
  return operation ? operation(value) : Ref<Class>(&class_of(value));
}

bool is_instance(const Value& object, Class& cls) {
  Class& of = class_of(object);
  const auto& operation = language().objects.is_instance;
  if (operation && (cls.of_scenario() || of.of_scenario() || cls.metaclass()))
    return operation(object, cls);
  return of.derives_from(cls);
}

bool is_subclass(Class& derived, Class& base) {
  const auto& operation = language().objects.is_subclass;
  if (operation && (derived.of_scenario() || base.of_scenario())) return operation(derived, base);
  return derived.derives_from(base);
}

bool matches_class_info(const Value& object, const Value& info) {
  if (const auto* tuple = as<Tuple>(info)) {
    return std::ranges::any_of(tuple->items(),
                               [&](const Value& each) { return matches_class_info(object, each); });
  }
  auto* cls = as<Class>(info);
  if (cls == nullptr)
    throw type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
  return is_instance(object, *cls);
}

const Value& primitive_of(const Value& value) {
  const auto* instance = as<Instance>(value);
  return instance != nullptr && instance->primitive().is_bound() ? instance->primitive() : value;
}

}  // namespace touchstone::native
