#include "conformance/native/runtime/function.h"

#include <mutex>

namespace touchstone::native {

Value Cell::get() const {
  const std::scoped_lock lock(lock_);
  return value_;
}

void Cell::set(Value value) {
  const std::scoped_lock lock(lock_);
  std::swap(value_, value);
}

void Function::clear() {
  defaults.clear();
  keyword_defaults.clear();
  closure.clear();
  attributes.clear();
}

}  // namespace touchstone::native
