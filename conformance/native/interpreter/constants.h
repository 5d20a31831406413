/// Values as data (of trees, picked parameters, replies) turned into values of a run.
#pragma once

#include "conformance/native/runtime/value.h"
#include "conformance/values/value.h"

namespace touchstone::native {

/// Throws std::invalid_argument for what is no data (objects, errors, {"deep":true}).
Value constant_value(const touchstone::Value& data);

}  // namespace touchstone::native
