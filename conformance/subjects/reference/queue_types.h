/// What the queues between threads and between tasks share as objects of the scenario.
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>

#include "conformance/native/operations/operations.h"

namespace touchstone::reference {

/// Priorities are compared by the scenario's own rules.
struct SmallerValue {
  bool operator()(const native::Value& left, const native::Value& right) const {
    return native::less(left, right);
  }
};

/// Any number may be a size: what is not above zero, NaN too, and what no memory holds is no limit.
template <class T>
std::shared_ptr<T> make_queue(double maxsize) {
  constexpr double beyond_memory = 0x1p62;
  const bool limits = maxsize > 0 && maxsize < beyond_memory;
  return std::make_shared<T>(limits ? static_cast<std::int64_t>(std::ceil(maxsize)) : 0);
}

}  // namespace touchstone::reference
