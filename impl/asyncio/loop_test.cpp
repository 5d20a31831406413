#include "impl/asyncio/loop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
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

  void enter(const std::string& entry) {
    log.push_back(entry);
    if (log.size() == wanted) loop->stop();
  }
  auto logging(const std::string& entry) {
    return [this, entry] { enter(entry); };
  }
  void run_until_entries(std::size_t count) {
    wanted = count;
    loop->run_forever();
  }

  const LoopPointer loop = std::make_shared<Loop>(virtual_clock());
  std::vector<std::string> log;
  std::size_t wanted = 0;
};

TEST_F(LoopTest, RunsReadyCallbacksInOrder) {
  for (const auto* const entry : {"a", "b", "c"}) loop->call_soon(logging(entry));
  run_until_entries(3);
  EXPECT_THAT(log, ElementsAre("a", "b", "c"));
}

TEST_F(LoopTest, ACallbackOfACallbackRunsInTheNextTurn) {
  loop->call_soon([this] {
    enter("a");
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

TEST_F(LoopTest, WithoutTasksADeadlockIsAnError) {
  loop->on_stuck(logging("stuck"));
  EXPECT_THROW(loop->run_forever(), errors::RuntimeError);
  EXPECT_THAT(log, ElementsAre("stuck"));
}

TEST_F(LoopTest, KnowsTheRunningLoopAndRefusesASecond) {
  EXPECT_EQ(Loop::current(), nullptr);
  EXPECT_THROW(Loop::running(), errors::RuntimeError);
  loop->call_soon([this] {
    EXPECT_EQ(Loop::running(), loop);
    EXPECT_THROW(loop->run_forever(), errors::RuntimeError);
    const auto other = std::make_shared<Loop>();
    EXPECT_THROW(other->run_forever(), errors::RuntimeError);
    enter("asked");
  });
  run_until_entries(1);
}

TEST_F(LoopTest, IsOfNoUseOnceClosed) {
  loop->close();
  EXPECT_THROW(loop->call_soon([] {}), errors::RuntimeError);
  EXPECT_THROW(loop->run_forever(), errors::RuntimeError);
}

TEST_F(LoopTest, TheTurnOfAStopIsRunToItsEnd) {
  loop->call_soon([this] {
    loop->stop();
    loop->call_soon(logging("next turn"));
  });
  loop->call_soon(logging("same turn"));
  loop->run_forever();
  EXPECT_THAT(log, ElementsAre("same turn"));
  loop->stop();
  loop->run_forever();
  EXPECT_THAT(log, ElementsAre("same turn", "next turn"));
}

TEST_F(LoopTest, TellsItsExceptionHandlerOnce) {
  loop->set_exception_handler([this](Loop&, const ErrorContext& context) {
    enter(context.message + ": " + errors::describe(context.exception));
  });
  loop->call_soon([] { throw errors::CancelledError("no end of the loop"); });
  run_until_entries(1);
  EXPECT_THAT(log, ElementsAre("Exception in callback: CancelledError: no end of the loop"));
}

TEST_F(LoopTest, ManyDroppedTimersGoAtOnce) {
  std::vector<HandlePointer> dropped;
  for (int i = 0; i < 1000; ++i) dropped.push_back(loop->call_later(Seconds(1), logging("never")));
  for (int i = 0; i < 3; ++i) loop->call_later(Seconds(i + 2), logging(std::to_string(i)));
  for (const auto& handle : dropped) handle->cancel();
  run_until_entries(3);
  EXPECT_THAT(log, ElementsAre("0", "1", "2"));
}

TEST_F(LoopTest, CannotBeClosedWhileItRuns) {
  loop->call_soon([this] {
    EXPECT_THROW(loop->close(), errors::RuntimeError);
    enter("tried");
  });
  run_until_entries(1);
  loop->close();
  loop->close();
}

TEST(RealLoop, TakesCallbacksFromOtherThreadsInOrder) {
  const auto loop = std::make_shared<Loop>();
  std::vector<int> arrived;
  std::thread other([&] {
    for (int i = 0; i < 100; ++i) {
      loop->call_soon_threadsafe([&, i] {
        arrived.push_back(i);
        if (i == 99) loop->stop();
      });
    }
  });
  loop->run_forever();
  other.join();
  ASSERT_EQ(arrived.size(), 100U);
  EXPECT_TRUE(std::ranges::is_sorted(arrived));
  loop->close();
  EXPECT_THROW(loop->call_soon_threadsafe([] {}), errors::RuntimeError);
}

TEST(RealLoop, KeepsTheOrderOfThreadsafeCallsOfItsOwn) {
  const auto loop = std::make_shared<Loop>();
  std::vector<int> order;
  loop->call_soon([&] {
    loop->call_soon_threadsafe([&] { order.push_back(1); });
    loop->call_soon([&] {
      order.push_back(2);
      loop->stop();
    });
  });
  loop->run_forever();
  EXPECT_THAT(order, ElementsAre(1, 2));
}

class DescriptorTest : public testing::Test {
 protected:
  DescriptorTest() { EXPECT_EQ(pipe(ends.data()), 0); }
  ~DescriptorTest() override {
    loop->close();
    for (const int end : ends) close(end);
  }
  void send() const { EXPECT_EQ(write(ends[1], "x", 1), 1); }

  const LoopPointer loop = std::make_shared<Loop>();
  std::array<int, 2> ends{};
  int calls = 0;
};

TEST_F(DescriptorTest, AReaderIsCalledUntilItHasRead) {
  loop->add_reader(ends[0], [this] {
    if (++calls < 3) return;
    char byte = 0;
    EXPECT_EQ(read(ends[0], &byte, 1), 1);
    loop->call_later(Seconds(0.001), [this] { loop->stop(); });
  });
  send();
  loop->run_forever();
  EXPECT_EQ(calls, 3);
  EXPECT_TRUE(loop->remove_reader(ends[0]));
  EXPECT_FALSE(loop->remove_reader(ends[0]));
}

TEST_F(DescriptorTest, EachDirectionHasOneCallback) {
  loop->add_reader(ends[0], [] { ADD_FAILURE() << "replaced"; });
  loop->add_reader(ends[0], [this] {
    loop->remove_reader(ends[0]);
    loop->stop();
  });
  loop->add_writer(ends[1], [this] {
    loop->remove_writer(ends[1]);
    send();
  });
  loop->run_forever();
  EXPECT_FALSE(loop->remove_writer(ends[1]));
  EXPECT_THROW(loop->add_reader(-1, [] {}), errors::OSError);
}

TEST_F(DescriptorTest, ReadyWorkDoesNotStarveIt) {
  std::function<void()> again = [&] { loop->call_soon(again); };
  again();
  loop->add_reader(ends[0], [this] { loop->stop(); });
  send();
  loop->run_forever();
}

}  // namespace
}  // namespace asyncio
