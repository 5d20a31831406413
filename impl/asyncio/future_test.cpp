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
    bool ran = false;
    loop->call_soon([&] { ran = true; });
    Loop::run_until(loop, [&] { return ran; });
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

}  // namespace
}  // namespace asyncio
