/// The iterators of the built-in containers.
#pragma once

#include <optional>

#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/iterator.h"

namespace touchstone::native {

/// Over anything with `__getitem__`: 0, 1, 2 ... until IndexError.
class ItemIterator : public Iterator {
 public:
  explicit ItemIterator(Value container) : container_(std::move(container)) {}
  std::optional<Value> next() override;
  const char* type_name() const override { return "iterator"; }

 private:
  Value container_;
  std::int64_t at_ = 0;
};

/// For the built-in containers; none for any other value.
std::optional<Value> built_in_iterator(const Value& container);
/// `reversed(container)`; none where it has no order to go back.
std::optional<Value> reverse_iterator(const Value& container);

}  // namespace touchstone::native
