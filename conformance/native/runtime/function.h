/// What can be called or turns into something callable when looked up: functions, native callables,
/// bound methods, the descriptors; modules and cells.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/native/runtime/arguments.h"
#include "conformance/native/runtime/class.h"
#include "conformance/native/runtime/heap.h"
#include "conformance/native/runtime/namespace.h"

namespace touchstone::native {

struct Code;     // interpreter: the resolved form of a def or lambda
struct Program;  // interpreter: the whole it is part of
class Call;

/// One variable shared by a function and the functions inside it.
class Cell : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Cell; }
  Cell() : Container(Kind::Cell) {}
  Value get() const;
  void set(Value value);
  void clear() override { set(Value::unbound()); }

 private:
  mutable SpinLock lock_;
  Value value_ = Value::unbound();
};

class Function : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Function; }
  Function(const Code& code, std::string name)
      : Container(Kind::Function), code(code), name(std::move(name)) {}

  const Code& code;
  const std::string name;
  const Program* program = nullptr;
  std::vector<Value> defaults;  ///< of the last positional parameters
  std::vector<std::pair<std::string, Value>> keyword_defaults;
  std::vector<Ref<Cell>> closure;  ///< in the order of the code's free names
  Namespace attributes;

  void clear() override;
};

/// A native callable. `binds`: looked up on an instance it becomes a method of it.
class Builtin : public Object {
 public:
  using Body = std::function<Value(Call&)>;
  static bool matches(Kind kind) { return kind == Kind::Builtin; }
  Builtin(std::string name, Body body, bool binds = false)
      : Object(Kind::Builtin), name(std::move(name)), body(std::move(body)), binds(binds) {}

  const std::string name;
  const Body body;
  const bool binds;
};

class Method : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Method; }
  Method(Value receiver, Value function)
      : Object(Kind::Method), receiver(std::move(receiver)), function(std::move(function)) {}
  const Value receiver;
  const Value function;
};

class StaticMethod : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::StaticMethod; }
  explicit StaticMethod(Value function)
      : Object(Kind::StaticMethod), function(std::move(function)) {}
  const Value function;
};

class ClassMethod : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::ClassMethod; }
  explicit ClassMethod(Value function) : Object(Kind::ClassMethod), function(std::move(function)) {}
  const Value function;
};

class Property : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Property; }
  Property(Value getter, Value setter, Value deleter)
      : Object(Kind::Property),
        getter(std::move(getter)),
        setter(std::move(setter)),
        deleter(std::move(deleter)) {}
  const Value getter, setter, deleter;  // None: not there
};

/// `super(after, receiver)`: attributes from behind `after` in the order of the receiver's class.
class Super : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Super; }
  Super(Ref<Class> after, Value receiver)
      : Object(Kind::Super), after(std::move(after)), receiver(std::move(receiver)) {}
  const Ref<Class> after;
  const Value receiver;
};

class Module : public Container {
 public:
  static bool matches(Kind kind) { return kind == Kind::Module; }
  explicit Module(std::string name) : Container(Kind::Module), name(std::move(name)) {}
  const std::string name;
  Namespace attributes;
  void clear() override { attributes.clear(); }
};

}  // namespace touchstone::native
