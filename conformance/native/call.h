/// One call of a native callable: its arguments, and how they are matched with parameters as Python
/// matches them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/native/runtime/arguments.h"

namespace touchstone::native {

/// A parameter of a native callable. Unbound fallback: the argument is required.
struct Parameter {
  std::string name;
  Value fallback = Value::unbound();
  bool keyword_only = false;
};

/// A named parameter, required or with a fallback.
inline Parameter arg(std::string name) { return {std::move(name)}; }
inline Parameter arg(std::string name, Value fallback) {
  return {std::move(name), std::move(fallback)};
}
inline Parameter keyword_arg(std::string name, Value fallback) {
  return {std::move(name), std::move(fallback), true};
}

class Call {
 public:
  /// `function` is for messages.
  Call(std::string_view function, Arguments& arguments)
      : function_(function), arguments_(arguments) {}

  std::string_view function() const { return function_; }
  Arguments& arguments() { return arguments_; }
  std::size_t size() const { return arguments_.positional.size(); }
  /// A positional argument; TypeError where it is missing.
  const Value& operator[](std::size_t index) const;

  /// TypeError unless there are only positional arguments, at least `least` and at most `most`.
  void expect(std::size_t least, std::size_t most) const;
  void expect(std::size_t count) const { expect(count, count); }
  void expect_no_keywords() const;

  /// Takes a keyword argument out; `fallback` where it was not given.
  Value take_keyword(std::string_view name, Value fallback = {});

  /// One value for each parameter, in order; TypeError for what is missing, surplus, unknown or
  /// given twice.
  std::vector<Value> match(const std::vector<Parameter>& parameters) const;

 private:
  std::string_view function_;
  Arguments& arguments_;
};

}  // namespace touchstone::native
