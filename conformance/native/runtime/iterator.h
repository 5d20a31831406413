/// Native iterators: the fast way for statements and built-ins to go through values.
#pragma once

#include <optional>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class Iterator : public Object {
 public:
  static bool matches(Kind kind) { return kind == Kind::Iterator; }
  Iterator() : Object(Kind::Iterator) {}
  /// The next value; none at the end, then for ever. Errors are thrown as PythonError.
  virtual std::optional<Value> next() = 0;
  /// Python's name of the type: "list_iterator", "map" ...
  virtual const char* type_name() const = 0;
};

}  // namespace touchstone::native
