#include "conformance/native/interpreter/step.h"

#include <gtest/gtest.h>

#include "conformance/native/runtime/exception.h"

namespace touchstone::native {
namespace {

Step<int> nested(int depth) {
  if (depth == 0) co_return 0;
  const int below = co_await nested(depth - 1);
  co_return below + 1;
}

Step<int> failing(int depth) {
  if (depth == 0) co_return Failure{Value(7)};
  const int below = co_await failing(depth - 1);
  co_return below + 1;
}

Step<int> throwing() {
  throw PythonError(Value(8));
  co_return 0;
}

Step<int> recovering(Step<int> step) {
  Outcome<int> outcome = co_await catching(std::move(step));
  co_return outcome.failed() ? -static_cast<int>(outcome.error.integer()) : *outcome.value;
}

/// Counts how many of it are alive.
struct Counted {
  explicit Counted(int& alive) : alive(alive) { ++alive; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --alive; }
  int& alive;
};

Step<int> counted_failure(int& alive, int depth) {
  const Counted counted(alive);
  if (depth == 0) co_return Failure{Value(alive)};
  co_return co_await counted_failure(alive, depth - 1);
}

Step<Value> echo(int rounds) {
  Value last;
  for (int i = 0; i < rounds; ++i) last = co_await Suspend(Suspension::yielded(last));
  co_return last;
}

TEST(Step, DepthCostsNoNativeStack) {
  EXPECT_EQ(*Trampoline().run(nested(200'000)).value, 200'000);
}

TEST(Step, AFailureReachesTheNearestCatcher) {
  EXPECT_EQ(*Trampoline().run(recovering(failing(1000))).value, -7);
}

TEST(Step, AFailureNobodyCatchesIsTheOutcome) {
  const Outcome<int> outcome = Trampoline().run(failing(10));
  EXPECT_TRUE(outcome.failed());
  EXPECT_EQ(outcome.error.integer(), 7);
}

TEST(Step, ACppExceptionBecomesAFailure) {
  EXPECT_EQ(*Trampoline().run(recovering(throwing())).value, -8);
}

TEST(Step, AReadyFailureIsCaughtToo) {
  EXPECT_EQ(*Trampoline().run(recovering(Step<int>(Failure{Value(9)}))).value, -9);
}

TEST(Step, WhatLiesBetweenIsDestroyed) {
  int alive = 0;
  EXPECT_EQ(*Trampoline().run(recovering(counted_failure(alive, 50))).value, -51);
  EXPECT_EQ(alive, 0);
}

TEST(Step, SuspendsAndGoesOnWithWhatIsSent) {
  Step<Value> root = echo(2);
  Trampoline trampoline;
  trampoline.prepare(root);
  EXPECT_TRUE(trampoline.resume(Resumption::send(Value()))->value.is_none());
  EXPECT_EQ(trampoline.resume(Resumption::send(Value(5)))->value.integer(), 5);
  EXPECT_FALSE(trampoline.resume(Resumption::send(Value(6))));
  EXPECT_EQ(Trampoline::outcome_of(root).value->integer(), 6);
}

TEST(Step, AThrownErrorEndsASuspendedActivation) {
  Step<Value> root = echo(2);
  Trampoline trampoline;
  trampoline.prepare(root);
  EXPECT_TRUE(trampoline.resume(Resumption::send(Value())));
  EXPECT_FALSE(trampoline.resume(Resumption::raise(Value(3))));
  EXPECT_EQ(Trampoline::outcome_of(root).error.integer(), 3);
}

TEST(Step, ASuspendedActivationMayBeDropped) {
  Step<Value> root = echo(2);
  Trampoline trampoline;
  trampoline.prepare(root);
  EXPECT_TRUE(trampoline.resume(Resumption::send(Value())));
}

}  // namespace
}  // namespace touchstone::native
