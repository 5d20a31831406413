#include "impl/asyncio/loop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

class LoopTest : public testing::Test {
 protected:
  ~LoopTest() override { loop->close(); }

  auto logging(const std::string& entry) {
    return [this, entry] { log.push_back(entry); };
  }
  void run_until_entries(std::size_t count) {
    Loop::run_until(loop, [&] { return log.size() >= count; });
  }

  const LoopPointer loop = std::make_shared<Loop>(virtual_clock());
  std::vector<std::string> log;
};

TEST_F(LoopTest, RunsReadyCallbacksInOrder) {
  for (const auto* const entry : {"a", "b", "c"}) loop->call_soon(logging(entry));
  run_until_entries(3);
  EXPECT_THAT(log, ElementsAre("a", "b", "c"));
}

TEST_F(LoopTest, ACallbackOfACallbackRunsInTheNextTurn) {
  loop->call_soon([this] {
    log.push_back("a");
    loop->call_soon(logging("a2"));
  });
  loop->call_soon(logging("b"));
  run_until_entries(3);
  EXPECT_THAT(log, ElementsAre("a", "b", "a2"));
}

TEST_F(LoopTest, TimersRunByDeadlineAndEqualOnesInOrder) {
  loop->call_later(Seconds(2), logging("late"));
  loop->call_later(Seconds(1), logging("early"));
  loop->call_later(Seconds(1), logging("early too"));
  run_until_entries(3);
  EXPECT_THAT(log, ElementsAre("early", "early too", "late"));
  EXPECT_EQ(loop->time(), Seconds(2));
}

TEST_F(LoopTest, ACancelledCallbackNeverRunsAndACancelledTimerHoldsNothingUp) {
  loop->call_soon(logging("never"))->cancel();
  loop->call_later(Seconds(100), logging("never"))->cancel();
  loop->call_later(Seconds(1), logging("end"));
  run_until_entries(1);
  EXPECT_THAT(log, ElementsAre("end"));
  EXPECT_EQ(loop->time(), Seconds(1));
}

TEST_F(LoopTest, AnErrorOfACallbackDoesNotStopIt) {
  const auto previous =
      errors::set_unraisable_hook([](const std::exception_ptr&, std::string_view) {});
  loop->call_soon([] { throw errors::ValueError("lost"); });
  loop->call_soon(logging("next"));
  run_until_entries(1);
  errors::set_unraisable_hook(previous);
  EXPECT_THAT(log, ElementsAre("next"));
}

TEST_F(LoopTest, SaysOnceThatNothingCanHappen) {
  loop->on_stuck(logging("stuck"));
  EXPECT_THROW(Loop::run_until(loop, [] { return false; }), errors::RuntimeError);
  EXPECT_THAT(log, ElementsAre("stuck"));
}

TEST_F(LoopTest, KnowsTheRunningLoopAndRefusesASecond) {
  EXPECT_EQ(Loop::current(), nullptr);
  EXPECT_THROW(Loop::running(), errors::RuntimeError);
  loop->call_soon([this] {
    EXPECT_EQ(Loop::running(), loop);
    EXPECT_THROW(Loop::run_until(loop, [] { return true; }), errors::RuntimeError);
    const auto other = std::make_shared<Loop>();
    EXPECT_THROW(Loop::run_until(other, [] { return true; }), errors::RuntimeError);
    log.push_back("asked");
  });
  run_until_entries(1);
}

TEST_F(LoopTest, IsOfNoUseOnceClosed) {
  loop->close();
  EXPECT_THROW(loop->call_soon([] {}), errors::RuntimeError);
  EXPECT_THROW(Loop::run_until(loop, [] { return true; }), errors::RuntimeError);
}

TEST(RealLoop, TakesCallbacksFromOtherThreads) {
  const auto loop = std::make_shared<Loop>();
  int arrived = 0;
  std::thread other([&] {
    for (int i = 0; i < 100; ++i) loop->call_soon_threadsafe([&] { ++arrived; });
  });
  Loop::run_until(loop, [&] { return arrived == 100; });
  other.join();
}

}  // namespace
}  // namespace asyncio
