#include "impl/asyncio/future.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace asyncio {
namespace {

using testing::ElementsAre;

class FutureTest : public testing::Test {
 protected:
  ~FutureTest() override { loop->close(); }

  void run_ready() {
    loop->stop();
    loop->run_forever();
  }

  const LoopPointer loop = std::make_shared<Loop>(virtual_clock());
  const std::shared_ptr<Future<int>> future = std::make_shared<Future<int>>(loop);
};

TEST_F(FutureTest, APendingOneHasNoOutcome) {
  EXPECT_FALSE(future->done());
  EXPECT_THROW(future->result(), errors::InvalidStateError);
  EXPECT_THROW(future->exception(), errors::InvalidStateError);
}

TEST_F(FutureTest, HasOneOutcome) {
  future->set_result(3);
  EXPECT_EQ(future->result(), 3);
  EXPECT_EQ(future->exception(), nullptr);
  EXPECT_THROW(future->set_result(4), errors::InvalidStateError);
  EXPECT_THROW(future->set_exception(errors::make(errors::ValueError())),
               errors::InvalidStateError);
  EXPECT_FALSE(future->cancel());
}

TEST_F(FutureTest, RaisesItsErrorOrItsCancellation) {
  future->set_exception(errors::make(errors::KeyError("k")));
  EXPECT_THROW(future->result(), errors::KeyError);
  Future<int> other(loop);
  EXPECT_THROW(other.set_exception(errors::make(errors::StopIteration())), errors::TypeError);
  const auto cancelled = std::make_shared<Future<int>>(loop);
  EXPECT_TRUE(cancelled->cancel("enough"));
  EXPECT_TRUE(cancelled->cancelled());
  try {
    cancelled->result();
  } catch (const errors::CancelledError& error) {
    EXPECT_EQ(error.message(), "enough");
  }
}

TEST_F(FutureTest, RunsCallbacksByTheLoopInOrder) {
  std::vector<std::string> log;
  for (const auto* const entry : {"a", "b"}) {
    future->add_done_callback([&log, entry](const FuturePointer&) { log.push_back(entry); });
  }
  future->set_result(1);
  EXPECT_THAT(log, ElementsAre());
  future->add_done_callback(
      [&](const FuturePointer& done) { log.push_back(done == future ? "late" : "other"); });
  run_ready();
  EXPECT_THAT(log, ElementsAre("a", "b", "late"));
}

TEST_F(FutureTest, ForgetsARemovedCallback) {
  int calls = 0;
  const auto count = [&](const FuturePointer&) { ++calls; };
  const auto first = future->add_done_callback(count);
  future->add_done_callback(count);
  const auto third = future->add_done_callback(count);
  EXPECT_TRUE(future->remove_done_callback(third));
  EXPECT_TRUE(future->remove_done_callback(first));
  EXPECT_FALSE(future->remove_done_callback(first));
  future->set_result(1);
  run_ready();
  EXPECT_EQ(calls, 1);
}

TEST_F(FutureTest, TellsOfAnErrorThatNobodyAskedFor) {
  std::vector<std::string> told;
  loop->set_exception_handler([&](Loop&, const ErrorContext& context) {
    told.push_back(context.message + " " + errors::describe(context.exception));
  });
  for (const bool asked : {false, true}) {
    const auto failed = std::make_shared<Future<int>>(loop);
    failed->set_exception(errors::make(errors::KeyError("k")));
    if (asked) {
      EXPECT_NE(failed->exception(), nullptr);
    }
  }
  EXPECT_THAT(told, ElementsAre("Future exception was never retrieved KeyError: k"));
}

}  // namespace
}  // namespace asyncio
