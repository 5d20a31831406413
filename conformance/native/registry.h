/// What a C++ implementation brings: dotted names bound to C++ callables, values, types and errors,
/// the capabilities it claims, and the operations of the language (`language`). One interpreter
/// runs scenarios over any registry.
///
///     Registry registry("mine", "1.0");
///     registry.function("math.floor", [](double x) { return std::floor(x); });
///     registry.function("functools.reduce", [](Call& call) -> Value { ... });
///     registry.error<queue::Empty>("queue.Empty", "Exception");
///     registry.type<Lock>("threading.Lock").constructor<>()
///         .method("acquire", &Lock::acquire, arg("blocking", true), arg("timeout",
///         -1)).method("release", &Lock::release);
///     registry.claims({"threading.lock"});
///
/// Names without a dot are built-ins. Binding a name again replaces it; a type is opened again
/// under its name. Thread: fill it on one thread; afterwards any number of runs read it at once. It
/// outlives its runs.
#pragma once

#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

#include "conformance/native/binding.h"
#include "conformance/native/language.h"

namespace touchstone::native {

template <class T>
class TypeBinder;

class Registry {
 public:
  explicit Registry(std::string name, std::string version = "1");
  Registry(Registry&&) = default;
  Registry& operator=(Registry&&) = default;

  const std::string& name() const { return name_; }
  const std::string& version() const { return version_; }

  /// Binds a callable; `named` gives names and fallbacks to its parameters, in order (without:
  /// positional only, required).
  template <class F, std::same_as<Parameter>... P>
  Registry& function(std::string_view dotted, F callable, P... named) {
    return native_function(
        dotted, bind_function(std::move(callable), std::vector<Parameter>{std::move(named)...}));
  }
  Registry& value(std::string_view dotted, Value value);
  /// Opens the type bound to T under that name, making it on first use. `base`: the dotted name of
  /// a class bound before.
  template <class T>
  TypeBinder<T> type(std::string_view dotted, std::string_view base = "object");
  /// Binds an exception class; C++ exceptions of type E (or derived from it) that leave a callable
  /// become it.
  template <class E>
  Registry& error(std::string_view dotted, std::string_view base) {
    error_class(dotted, base);
    const Ref<Class> cls(&find_class(dotted));
    return translate<E>([cls](const E& error) { return new_error(cls, error.what()); });
  }
  /// An exception class without a C++ type of its own.
  Registry& error_class(std::string_view dotted, std::string_view base);
  /// C++ exceptions of type E become what `make` gives.
  template <class E>
  Registry& translate(std::function<Value(const E&)> make);
  /// An attribute that values of a built-in class (str, bytes, generator ...) have besides or in
  /// place of the kit's own.
  template <class F, std::same_as<Parameter>... P>
  Registry& builtin_method(std::string_view cls, std::string_view name, F callable, P... named) {
    return native_builtin_method(
        cls, name, bind_function(std::move(callable), std::vector<Parameter>{std::move(named)...}));
  }
  Registry& remove(std::string_view dotted);

  Registry& claims(std::initializer_list<std::string_view> capabilities);
  Registry& disclaims(std::string_view capability);
  const std::set<std::string, std::less<>>& capabilities() const { return capabilities_; }

  Language language;
  /// Called in front of every event of a run, in the thread that tells it. May be empty.
  std::function<void()> before_event;
  /// What a program (`program(f)`) does after its last statement: waits for the threads that keep
  /// it alive. May be empty.
  std::function<void()> end_of_program;

  /// The value bound to a dotted name; none where there is none.
  std::optional<Value> find(std::string_view dotted) const;
  /// The same; throws std::out_of_range where there is none. To wrap what is there: at, then bind
  /// anew.
  Value at(std::string_view dotted) const;
  /// The class bound to a dotted name; throws std::out_of_range where there is none.
  Class& find_class(std::string_view dotted) const;
  Class* class_for(const TypeTag& tag) const;
  std::optional<Value> find_builtin_method(std::string_view cls, std::string_view name) const;
  bool has_builtin_methods() const { return !builtin_methods_.empty(); }
  /// The Python exception for the C++ exception in flight; none where no translator knows it.
  std::optional<Value> translated(const std::exception_ptr& error) const;

  const Namespace& builtins() const { return *builtins_; }
  /// Top-level modules by name.
  const Namespace& modules() const { return *modules_; }

 private:
  template <class T>
  friend class TypeBinder;
  using Translator = std::function<std::optional<Value>(const std::exception_ptr&)>;

  Registry& native_function(std::string_view dotted, NativeBody body);
  Registry& native_builtin_method(std::string_view cls, std::string_view name, NativeBody body);
  Class& native_type(std::string_view dotted, std::string_view base, TypeTag& tag);
  Namespace& home_of(std::string_view dotted, bool make_modules) const;
  static Value new_error(const Ref<Class>& cls, std::string_view message);

  std::string name_;
  std::string version_;
  std::unique_ptr<Namespace> builtins_ = std::make_unique<Namespace>();
  std::unique_ptr<Namespace> modules_ = std::make_unique<Namespace>();
  std::map<std::string, Namespace, std::less<>> builtin_methods_;
  std::map<const TypeTag*, Ref<Class>> classes_;
  std::vector<Translator> translators_;
  std::set<std::string, std::less<>> capabilities_;
};

/// Fills in one type. Objects of it are shared_ptr<T> inside an instance, so that a scenario's
/// class may derive from it.
template <class T>
class TypeBinder {
 public:
  explicit TypeBinder(Class& cls) : class_(&cls) {}

  /// `Type(...)` makes a T from converted arguments.
  template <class... Args, std::same_as<Parameter>... P>
  TypeBinder& constructor(P... named) {
    return constructor_from([](Args... args) { return std::make_shared<T>(std::move(args)...); },
                            std::move(named)...);
  }
  /// `Type(...)` calls a factory that gives std::shared_ptr<T>; it takes `Call&` or converted
  /// arguments.
  template <class F, std::same_as<Parameter>... P>
  TypeBinder& constructor_from(F factory, P... named) {
    class_->attributes().set("__init__", initialiser(std::move(factory), {std::move(named)...}));
    return *this;
  }
  template <class F, std::same_as<Parameter>... P>
  TypeBinder& method(std::string_view name, F function, P... named) {
    return set(name,
               make<Builtin>(std::string(name),
                             bind_method<T>(std::move(function), {std::move(named)...}), true));
  }
  template <class F, std::same_as<Parameter>... P>
  TypeBinder& static_method(std::string_view name, F function, P... named) {
    return set(name, make<Builtin>(std::string(name),
                                   bind_function(std::move(function), {std::move(named)...})));
  }
  template <class Get>
  TypeBinder& property(std::string_view name, Get get) {
    return set(name, make<Property>(getter(name, std::move(get)), Value(), Value()));
  }
  template <class Get, class Put>
  TypeBinder& property(std::string_view name, Get get, Put put) {
    const Value setter = make<Builtin>(std::string(name), bind_method<T>(std::move(put), {}));
    return set(name, make<Property>(getter(name, std::move(get)), setter, Value()));
  }
  TypeBinder& value(std::string_view name, Value value) { return set(name, std::move(value)); }
  /// Makes the type an iterator: `next` gives std::optional, none at the end. Adds __iter__ and
  /// __next__.
  template <class F>
  TypeBinder& iterator(F next);
  /// Adds the method a statement or an operator uses to the built-in protocol, `with` for instance.
  Class& cls() { return *class_; }

 private:
  TypeBinder& set(std::string_view name, Value value) {
    class_->attributes().set(name, std::move(value));
    return *this;
  }
  template <class Get>
  static Value getter(std::string_view name, Get get) {
    return make<Builtin>(std::string(name), bind_method<T>(std::move(get), {}));
  }
  template <class F>
  static Value initialiser(F factory, std::vector<Parameter> named);

  Class* class_;
};

/// Puts a C++ object into an instance that is being initialised.
void set_payload(const Value& instance, std::shared_ptr<void> payload, const TypeTag& tag);

template <class T>
TypeBinder<T> Registry::type(std::string_view dotted, std::string_view base) {
  return TypeBinder<T>(native_type(dotted, base, type_tag<T>()));
}

template <class E>
Registry& Registry::translate(std::function<Value(const E&)> make) {
  translators_.push_back([make](const std::exception_ptr& error) -> std::optional<Value> {
    try {
      std::rethrow_exception(error);
    } catch (const E& known) {
      return make(known);
    } catch (...) {
      return std::nullopt;
    }
  });
  return *this;
}

template <class T>
template <class F>
Value TypeBinder<T>::initialiser(F factory, std::vector<Parameter> named) {
  return make<Builtin>(
      "__init__",
      [factory = std::move(factory), named = std::move(named)](Call& call) mutable {
        const Value instance = take_receiver(call);
        if constexpr (binding::TakesCall<F>) {
          set_payload(instance, std::invoke(factory, call), type_tag<T>());
        } else {
          using S = typename binding::SignatureOf<F>::type;
          const std::vector<Value> values = call.match(binding::parameters_of(S{}, named));
          set_payload(instance, binding::construct(factory, values, S{}), type_tag<T>());
        }
        return Value();
      },
      true);
}

template <class T>
template <class F>
TypeBinder<T>& TypeBinder<T>::iterator(F next) {
  set("__iter__", make<Builtin>("__iter__", [](Call& call) { return call[0]; }, true));
  return method("__next__", [next = std::move(next)](T& self) -> Value {
    auto item = std::invoke(next, self);
    if (!item) throw stop_iteration({});
    return to_value(std::move(*item));
  });
}

}  // namespace touchstone::native
