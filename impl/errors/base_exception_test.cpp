#include "impl/errors/base_exception.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "impl/errors/hierarchy.h"

namespace errors {
namespace {

TEST(Matches, KnowsTheClassAndItsBases) {
  const auto error = make(KeyError("k"));
  EXPECT_TRUE(matches(error, "KeyError"));
  EXPECT_TRUE(matches(error, "LookupError"));
  EXPECT_TRUE(matches(error, "Exception"));
  EXPECT_TRUE(matches(error, "BaseException"));
  EXPECT_FALSE(matches(error, "IndexError"));
}

TEST(Matches, CancelledErrorAndGeneratorExitAreNoException) {
  EXPECT_FALSE(matches(make(CancelledError()), "Exception"));
  EXPECT_FALSE(matches(make(GeneratorExit()), "Exception"));
}

TEST(Matches, AnExceptionFromElsewhereIsOfNoClass) {
  EXPECT_FALSE(matches(std::make_exception_ptr(std::runtime_error("alien")), "BaseException"));
  EXPECT_FALSE(matches(nullptr, "BaseException"));
}

/// What an interpreter throws for a class made at run time: `class Stop(StopIteration)`.
struct DynamicError : BaseException {
  using BaseException::BaseException;
  std::string_view name() const noexcept override { return "Stop"; }
  bool is(std::string_view type) const noexcept override {
    return type == "Stop" || type == "StopIteration" || BaseException::is(type);
  }
};

TEST(Matches, AsksADynamicErrorForItsClass) {
  const auto error = make(DynamicError("end"));
  EXPECT_TRUE(matches(error, "StopIteration"));
  EXPECT_TRUE(matches(error, "Stop"));
  EXPECT_FALSE(matches(error, "GeneratorExit"));
}

TEST(BaseException, CarriesMessageAndCause) {
  RuntimeError error("outer");
  EXPECT_EQ(error.cause(), nullptr);
  error.set_cause(make(ValueError("inner")));
  EXPECT_STREQ(error.what(), "outer");
  EXPECT_EQ(error.name(), "RuntimeError");
  EXPECT_TRUE(matches(error.cause(), "ValueError"));
}

TEST(Describe, NamesTheErrorAndWhatItSays) {
  EXPECT_EQ(describe(make(ValueError("lost"))), "ValueError: lost");
  EXPECT_EQ(describe(make(ValueError())), "ValueError");
  EXPECT_EQ(describe(std::make_exception_ptr(std::runtime_error("plain"))), "plain");
  EXPECT_EQ(describe(std::make_exception_ptr(5)), "an exception of unknown type");
}

}  // namespace
}  // namespace errors
