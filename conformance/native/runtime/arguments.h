/// The arguments of one call.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "conformance/native/runtime/value.h"

namespace touchstone::native {

struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> keywords;

  Arguments() = default;
  explicit Arguments(std::vector<Value> values) : positional(std::move(values)) {}
  bool empty() const { return positional.empty() && keywords.empty(); }
};

}  // namespace touchstone::native
