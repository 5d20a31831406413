/// Methods of the built-in classes, bound like those of a registry's types: the receiver is the C++
/// object behind the value, also where the value is of a class derived from the built-in one.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "conformance/native/binding.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {

template <class T>
  requires std::derived_from<T, Object>
struct Convert<T> {
  static T& from(const Value& value) {
    T* object = as<T>(primitive_of(value));
    if (object == nullptr) throw_wrong_type(value, "the built-in type that the method belongs to");
    return *object;
  }
};

template <class T>
class MethodTable {
 public:
  explicit MethodTable(std::string_view cls) : class_(builtin_class(cls)) {}

  template <class F, std::same_as<Parameter>... P>
  MethodTable& method(const char* name, F function, P... named) {
    class_.attributes().set(
        name,
        make<Builtin>(name, bind_method<T>(std::move(function), {std::move(named)...}), true));
    return *this;
  }
  template <class F, std::same_as<Parameter>... P>
  MethodTable& static_method(const char* name, F function, P... named) {
    class_.attributes().set(
        name, make<Builtin>(name, bind_function(std::move(function), {std::move(named)...})));
    return *this;
  }
  /// A method that gets the class in front.
  template <class F, std::same_as<Parameter>... P>
  MethodTable& class_method(const char* name, F function, P... named) {
    const Value callable =
        make<Builtin>(name, bind_function(std::move(function), {std::move(named)...}));
    class_.attributes().set(name, make<ClassMethod>(callable));
    return *this;
  }
  template <class F>
  MethodTable& property(const char* name, F get) {
    class_.attributes().set(
        name,
        make<Property>(make<Builtin>(name, bind_method<T>(std::move(get), {})), Value(), Value()));
    return *this;
  }

 private:
  Class& class_;
};

}  // namespace touchstone::native
