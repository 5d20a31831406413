/// Who defines what among a scenario's classes, for faults that resolve names wrongly.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "conformance/faults/fault.h"
#include "conformance/native/language.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::faults {

using native::as;
using native::Class;
using native::Ref;
using native::Registry;
using native::Value;
using Names = std::vector<std::string>;

inline bool has(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// The class and its ancestors, the class itself first; the scenario's alone.
inline std::vector<Class*> scenario_order(Class& cls) {
  std::vector<Class*> order{&cls};
  for (const Ref<Class>& each : cls.ancestors())
    if (each->of_scenario()) order.push_back(each.get());
  return order;
}

/// What the body of the class, or an assignment to it, gave under that name.
inline std::optional<Value> own_attribute(Class& cls, std::string_view name) {
  for (const auto& [own, value] : native::language().objects.own_attributes(Value(&cls)))
    if (own == name) return value;
  return std::nullopt;
}

/// The function inside a function, static method or class method.
inline Value function_inside(const Value& attribute) {
  if (const auto* method = as<native::StaticMethod>(attribute)) return method->function;
  if (const auto* method = as<native::ClassMethod>(attribute)) return method->function;
  return attribute;
}

/// The class in whose body the function stands, seen from `cls`; `cls` itself where none does.
inline Class& definer(Class& cls, const Value& function) {
  for (Class* each : scenario_order(cls))
    for (const auto& [name, value] : native::language().objects.own_attributes(Value(each)))
      if (function_inside(value).is(function)) return *each;
  return cls;
}

inline bool is_marked_abstract(const Value& attribute) {
  auto* function = as<native::Function>(function_inside(attribute));
  return function != nullptr && function->attributes.contains("__isabstractmethod__");
}

/// The names that any class of the order demands.
inline Names demanded_names(Class& cls) {
  Names names;
  for (Class* each : scenario_order(cls))
    for (const auto& [name, value] : native::language().objects.own_attributes(Value(each)))
      if (is_marked_abstract(value) && !has(names, name)) names.push_back(name);
  std::ranges::sort(names);
  return names;
}

}  // namespace touchstone::faults
