/// The root of Python's exception classes as C++ types, and how an error of any origin is asked
/// what it is.
///
/// Errors travel as C++ exceptions, and as std::exception_ptr where they are stored or sent into a
/// suspended body (a throw and a catch cost one to two microseconds; only errors pay it). A dynamic
/// language derives its own carrier from BaseException and overrides `name` and `is`: the state
/// machines here ask by Python's class name and never by C++ type, so that an error class made at
/// run time is treated as its built-in base is.
///
/// Thread safety: immutable after construction, but for `set_cause`, which is the creator's alone.
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace errors {

class BaseException : public std::exception {
 public:
  static constexpr std::string_view type_name = "BaseException";

  explicit BaseException(std::string message = {}) : message_(std::move(message)) {}

  const char* what() const noexcept override { return message_.c_str(); }
  const std::string& message() const noexcept { return message_; }

  /// Python's name of the class of this error.
  virtual std::string_view name() const noexcept { return type_name; }
  /// True where this error is of the class `type` or of one of its subclasses, as `except type:`
  /// would see it.
  virtual bool is(std::string_view type) const noexcept { return type == type_name; }

  /// What `raise ... from cause` sets; null where there is none.
  const std::exception_ptr& cause() const noexcept { return cause_; }
  void set_cause(std::exception_ptr cause) noexcept { cause_ = std::move(cause); }

 private:
  std::string message_;
  std::exception_ptr cause_;
};

/// Derives Self from Base as Python's class statement does: `Self::type_name` is all that a class
/// has to add.
template <class Self, class Base>
class Derived : public Base {
 public:
  using Base::Base;
  std::string_view name() const noexcept override { return Self::type_name; }
  bool is(std::string_view type) const noexcept override {
    return type == Self::type_name || Base::is(type);
  }

 private:
  friend Self;
  Derived() = default;
};

/// True where `error` is of the class `type`; an exception that is no BaseException is of no class.
/// Null is no error.
bool matches(const std::exception_ptr& error, std::string_view type);

/// The last line of Python's report of it, "ValueError: text"; of an exception that is no
/// BaseException what it says of itself.
std::string describe(const std::exception_ptr& error);

/// `error` as an std::exception_ptr without a throw of the caller's own.
template <class Error>
std::exception_ptr make(Error error) {
  return std::make_exception_ptr(std::move(error));
}

}  // namespace errors
