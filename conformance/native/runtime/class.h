/// Classes and their instances. A class is data: name, bases, linearised ancestors, attributes;
/// what lookup, binding and creation mean for the classes of a scenario is the registry's
/// (`language.objects`).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "conformance/native/runtime/arguments.h"
#include "conformance/native/runtime/heap.h"
#include "conformance/native/runtime/namespace.h"

namespace touchstone::native {

class Class;
using Classes = std::vector<Ref<Class>>;
/// Makes the instance (Python's `__new__`): `made` is the class that was called, a subclass
/// perhaps.
using Constructor = std::function<Value(Class& made, Arguments& arguments)>;

class Class : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Class; }
  /// `ancestors`: the method resolution order without the class itself.
  Class(std::string name, Classes bases, Classes ancestors, Ref<Class> metaclass = {});
  ~Class() override;

  const std::string& name() const { return name_; }
  const std::string& module() const { return module_; }
  void set_module(std::string module) { module_ = std::move(module); }
  const std::string& qualified_name() const { return qualified_name_; }
  void set_qualified_name(std::string name) { qualified_name_ = std::move(name); }
  const Classes& bases() const { return bases_; }
  const Classes& ancestors() const { return ancestors_; }
  /// Empty: `type`.
  const Ref<Class>& metaclass() const { return metaclass_; }
  Namespace& attributes() { return attributes_; }
  const Namespace& attributes() const { return attributes_; }

  /// True for a class statement of the scenario (its rules are the registry's), false for what the
  /// kit or a registry brings.
  bool of_scenario() const { return of_scenario_; }
  void set_of_scenario() { of_scenario_ = true; }

  /// The class's own constructor or the nearest ancestor's.
  const Constructor* constructor() const;
  void set_constructor(Constructor constructor) { constructor_ = std::move(constructor); }
  /// False: `class X(This)` is a type error, as for bool.
  bool is_subclassable() const { return subclassable_; }
  void set_final() { subclassable_ = false; }

  /// Walks the class and its ancestors.
  std::optional<Value> find(std::string_view name) const;
  bool derives_from(const Class& other) const;

  /// What an implementation of the objects chapter attaches to a class of its own.
  std::shared_ptr<void>& implementation() { return implementation_; }

  void clear() override;

 private:
  const std::string name_;
  std::string qualified_name_;
  std::string module_ = "builtins";
  const Classes bases_;
  const Classes ancestors_;
  const Ref<Class> metaclass_;
  Namespace attributes_;
  Constructor constructor_;
  bool of_scenario_ = false;
  bool subclassable_ = true;
  std::shared_ptr<void> implementation_;
};

/// An object of a scenario's or a registry's class.
class Instance : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Instance || kind == Kind::Exception; }
  explicit Instance(Ref<Class> cls) : Instance(Kind::Instance, std::move(cls)) {}

  Class& cls() const { return *class_; }
  void set_class(Ref<Class> cls) { class_ = std::move(cls); }
  /// Those of the calling thread, for an instance that keeps them apart.
  virtual Namespace& attributes() { return attributes_; }

  /// For a class derived from int, str, list ...: the built-in value itself; else unbound.
  const Value& primitive() const { return primitive_; }
  void set_primitive(Value value) { primitive_ = std::move(value); }

  /// The C++ object of a registry's type, or null while it is not constructed.
  const std::shared_ptr<void>& payload() const { return payload_; }
  const void* payload_type() const { return payload_type_; }
  void set_payload(std::shared_ptr<void> payload, const void* type) {
    payload_ = std::move(payload);
    payload_type_ = type;
  }

  /// What an implementation of the objects chapter attaches to an instance of a scenario's class;
  /// the calling thread's, as `attributes`.
  virtual std::shared_ptr<void>& implementation() { return implementation_; }

  void finalise() override;
  void clear() override;

 protected:
  Instance(Kind kind, Ref<Class> cls) : Container(kind), class_(std::move(cls)) {}

 private:
  Ref<Class> class_;
  Namespace attributes_;
  Value primitive_ = Value::unbound();
  std::shared_ptr<void> implementation_;
  std::shared_ptr<void> payload_;
  const void* payload_type_ = nullptr;
};

/// What runs `__del__` of an instance that is about to go. Set once, before the first run.
void set_instance_finaliser(void (*finaliser)(Instance&));

}  // namespace touchstone::native
