/// Exceptions of the scenario as objects, and the C++ exception that carries one through native
/// code.
///
/// Native callables and operations report a Python error by throwing PythonError; the interpreter
/// catches it at the call or operation and passes the error on by itself. Factories below name the
/// class: `throw type_error("...")`.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "conformance/native/runtime/class.h"
#include "conformance/native/runtime/collections.h"

namespace touchstone::native {

class Exception : public Instance {
 public:
  static bool matches(Kind kind) { return kind == Kind::Exception; }
  Exception(Ref<Class> cls, Values arguments)
      : Instance(Kind::Exception, std::move(cls)), arguments_(make<Tuple>(std::move(arguments))) {}

  Ref<Tuple> arguments() const;
  void set_arguments(Ref<Tuple> arguments);
  Value cause() const;          ///< None or the exception after `from`
  void set_cause(Value cause);  ///< also suppresses the context
  Value context() const;        ///< None or the exception that was handled when this one was raised
  void set_context(Value context);
  bool suppresses_context() const;
  void set_suppresses_context(bool suppresses);
  void clear() override;

 private:
  mutable SpinLock lock_;
  Ref<Tuple> arguments_;
  Value cause_;
  Value context_;
  bool suppresses_context_ = false;
};

class PythonError : public std::exception {
 public:
  explicit PythonError(Value exception) : exception_(std::move(exception)) {}
  const Value& exception() const { return exception_; }
  const char* what() const noexcept override;

 private:
  Value exception_;
  mutable std::string what_;
};

/// A new exception of a built-in class.
Ref<Exception> make_exception(std::string_view class_name, Values arguments);
PythonError python_error(std::string_view class_name, std::string_view message);

inline PythonError type_error(std::string_view message) {
  return python_error("TypeError", message);
}
inline PythonError value_error(std::string_view message) {
  return python_error("ValueError", message);
}
inline PythonError runtime_error(std::string_view message) {
  return python_error("RuntimeError", message);
}
inline PythonError index_error(std::string_view message) {
  return python_error("IndexError", message);
}
inline PythonError attribute_error(std::string_view message) {
  return python_error("AttributeError", message);
}
inline PythonError overflow_error(std::string_view message) {
  return python_error("OverflowError", message);
}
PythonError key_error(Value key);
PythonError stop_iteration(Value value);
PythonError os_error(int errno_code);

/// True where `value` is an exception of the built-in class or one derived from it.
bool is_exception(const Value& value, std::string_view class_name);

}  // namespace touchstone::native
