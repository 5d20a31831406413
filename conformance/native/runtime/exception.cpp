#include "conformance/native/runtime/exception.h"

#include <cstring>
#include <mutex>

#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {

Ref<Tuple> Exception::arguments() const {
  const std::scoped_lock lock(lock_);
  return arguments_;
}

void Exception::set_arguments(Ref<Tuple> arguments) {
  const std::scoped_lock lock(lock_);
  std::swap(arguments_, arguments);
}

Value Exception::cause() const {
  const std::scoped_lock lock(lock_);
  return cause_;
}

void Exception::set_cause(Value cause) {
  const std::scoped_lock lock(lock_);
  std::swap(cause_, cause);
  suppresses_context_ = true;
}

Value Exception::context() const {
  const std::scoped_lock lock(lock_);
  return context_;
}

void Exception::set_context(Value context) {
  const std::scoped_lock lock(lock_);
  std::swap(context_, context);
}

bool Exception::suppresses_context() const {
  const std::scoped_lock lock(lock_);
  return suppresses_context_;
}

void Exception::set_suppresses_context(bool suppresses) {
  const std::scoped_lock lock(lock_);
  suppresses_context_ = suppresses;
}

void Exception::clear() {
  set_cause({});
  set_context({});
  Instance::clear();
}

const char* PythonError::what() const noexcept {
  const auto* instance = as<Instance>(exception_);
  what_ = instance == nullptr ? "an error that is no exception" : instance->cls().name();
  return what_.c_str();
}

Ref<Exception> make_exception(std::string_view class_name, Values arguments) {
  return make<Exception>(Ref<Class>(&builtin_class(class_name)), std::move(arguments));
}

PythonError python_error(std::string_view class_name, std::string_view message) {
  return PythonError(make_exception(class_name, {make_str(message)}));
}

PythonError key_error(Value key) {
  return PythonError(make_exception("KeyError", {std::move(key)}));
}

PythonError stop_iteration(Value value) {
  Values arguments;
  if (!value.is_none()) arguments.push_back(value);
  const Ref<Exception> error = make_exception("StopIteration", std::move(arguments));
  error->attributes().set("value", std::move(value));
  return PythonError(error);
}

PythonError os_error(int errno_code) {
  const Value message = make_str(std::string_view(std::strerror(errno_code)));
  const Ref<Exception> error = make_exception(os_error_class(errno_code), {errno_code, message});
  error->attributes().set("errno", errno_code);
  error->attributes().set("strerror", message);
  return PythonError(error);
}

bool is_exception(const Value& value, std::string_view class_name) {
  const auto* exception = as<Exception>(value);
  return exception != nullptr && exception->cls().derives_from(builtin_class(class_name));
}

}  // namespace touchstone::native
