/// What every file of checks uses; precompiled once for all of them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "conformance/check/arbitrary.h"
#include "conformance/check/check.h"
#include "conformance/check/trial.h"
#include "conformance/trace/matchers.h"
#include "conformance/trace/trace.h"
#include "conformance/values/value.h"

namespace touchstone {
using ::testing::_;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Ne;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;

/// 0 to `count` - 1.
inline Values numbers_below(std::int64_t count) {
  Values numbers;
  for (std::int64_t number = 0; number < count; ++number) numbers.emplace_back(number);
  return numbers;
}
}  // namespace touchstone
