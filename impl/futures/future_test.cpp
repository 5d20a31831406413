#include "impl/futures/future.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>

#include "impl/errors/unraisable.h"
#include "impl/threading/event.h"
#include "impl/threading/together.h"

namespace futures {
namespace {

using testing::Each;
using testing::ElementsAre;
using threading::Seconds;
using threading::together;

template <class T>
SharedFuture<T> make() {
  return std::make_shared<Future<T>>();
}

std::exception_ptr value_error() { return errors::make(errors::ValueError("bad")); }

TEST(Future, GoesFromPendingToRunningToFinished) {
  const auto future = make<int>();
  EXPECT_FALSE(future->running() || future->done() || future->cancelled());
  EXPECT_TRUE(future->set_running_or_notify_cancel());
  EXPECT_TRUE(future->running());
  EXPECT_FALSE(future->cancel());
  future->set_result(5);
  EXPECT_TRUE(future->done());
  EXPECT_FALSE(future->running() || future->cancelled() || future->cancel());
  EXPECT_EQ(future->result(), 5);
  EXPECT_EQ(future->result(Seconds(-1)), 5);
  EXPECT_EQ(future->exception(), nullptr);
}

TEST(Future, KeepsTheVeryErrorAndRaisesItEachTime) {
  const auto future = make<int>();
  const auto error = value_error();
  future->set_exception(error);
  EXPECT_EQ(future->exception(), error);
  for (int i = 0; i < 2; ++i) EXPECT_THROW(future->result(), errors::ValueError);
  EXPECT_TRUE(future->failed());
}

TEST(Future, CancelledWhilePendingStaysSo) {
  const auto future = make<int>();
  EXPECT_TRUE(future->cancel());
  EXPECT_TRUE(future->cancel());
  EXPECT_TRUE(future->cancelled() && future->done());
  EXPECT_THROW(future->result(), CancelledError);
  EXPECT_THROW(future->exception(), CancelledError);
  EXPECT_FALSE(future->set_running_or_notify_cancel());
  EXPECT_THROW(future->set_running_or_notify_cancel(), errors::RuntimeError);
  EXPECT_TRUE(future->cancel());
}

TEST(Future, TakesOneOutcome) {
  const auto finished = make<int>();
  finished->set_result(1);
  const auto failed = make<int>();
  failed->set_exception(value_error());
  const auto cancelled = make<int>();
  cancelled->cancel();
  for (const auto& future : {finished, failed, cancelled}) {
    EXPECT_THROW(future->set_result(2), InvalidStateError);
    EXPECT_THROW(future->set_exception(value_error()), InvalidStateError);
  }
  EXPECT_EQ(finished->result(), 1);
  EXPECT_TRUE(cancelled->cancelled());
  EXPECT_THROW(finished->set_running_or_notify_cancel(), errors::RuntimeError);
}

TEST(Future, RefusesNullAsAnErrorAndStaysPending) {
  const auto future = make<int>();
  EXPECT_THROW(future->set_exception(nullptr), errors::TypeError);
  EXPECT_FALSE(future->done());
}

TEST(Future, AWaitThatExpiresLeavesItPending) {
  const auto future = make<int>();
  for (const double seconds : {0.0, -1.0, 0.001}) {
    EXPECT_THROW(future->result(Seconds(seconds)), TimeoutError);
    EXPECT_THROW(future->exception(Seconds(seconds)), TimeoutError);
  }
  EXPECT_THROW(future->result(Seconds(1e10)), errors::OverflowError);
  EXPECT_THROW(future->result(Seconds(std::numeric_limits<double>::quiet_NaN())),
               errors::ValueError);
  future->set_result(5);
  EXPECT_EQ(future->result(Seconds(0)), 5);
}

TEST(Future, ReleasesAllWaitersWithOneOutcome) {
  const auto future = make<std::string>();
  int plain = 0;
  together(5, [&](int me) {
    if (me == 0) {
      plain = 1;
      return future->set_result("one");
    }
    EXPECT_EQ(me % 2 == 0 ? future->result() : future->result(Seconds(3600)), "one");
    EXPECT_EQ(plain, 1);
  });
}

TEST(Future, ReleasesWaitersWhenItIsCancelled) {
  const auto future = make<int>();
  together(3, [&](int me) {
    if (me == 0) {
      EXPECT_TRUE(future->cancel());
    } else {
      EXPECT_THROW(future->result(), CancelledError);
    }
  });
}

TEST(Future, OneOfManySettersWins) {
  for (int round = 0; round < 100; ++round) {
    const auto future = make<int>();
    std::array<int, 4> won{};
    together(4, [&](int me) {
      try {
        me == 3 ? future->set_exception(value_error()) : future->set_result(me);
        won[me] = 1;
      } catch (const InvalidStateError&) {
      }
    });
    EXPECT_EQ(won[0] + won[1] + won[2] + won[3], 1);
    if (won[3] == 0) {
      EXPECT_EQ(won[future->result()], 1);
    }
  }
}

TEST(Future, OfVoidHasNoResultToSet) {
  const auto future = make<void>();
  future->set_result();
  future->result();
  const auto failed = make<void>();
  failed->set_exception(value_error());
  EXPECT_THROW(failed->result(), errors::ValueError);
}

TEST(Future, TakesWhatCanOnlyBeMoved) {
  const auto future = make<std::unique_ptr<int>>();
  future->set_result(std::make_unique<int>(5));
  EXPECT_EQ(*future->result(), 5);
}

TEST(Callbacks, RunInOrderWithTheFutureInTheThreadThatEndsIt) {
  const auto future = make<int>();
  std::vector<int> order;
  std::thread::id inside;
  for (int i = 0; i < 5; ++i) {
    future->add_done_callback([&, i](const FuturePointer& done) {
      EXPECT_EQ(done, future);
      EXPECT_TRUE(done->done());
      order.push_back(i);
      inside = std::this_thread::get_id();
    });
  }
  std::thread::id setter;
  std::jthread([&] {
    setter = std::this_thread::get_id();
    future->set_result(1);
    EXPECT_EQ(order.size(), 5u);
  }).join();
  EXPECT_THAT(order, ElementsAre(0, 1, 2, 3, 4));
  EXPECT_EQ(inside, setter);
}

TEST(Callbacks, RunForEveryOutcomeOnce) {
  int calls = 0;
  const auto count = [&](const FuturePointer&) { ++calls; };
  const std::array futures{make<int>(), make<int>(), make<int>()};
  for (const auto& future : futures) {
    future->add_done_callback(count);
    future->add_done_callback(count);
  }
  futures[0]->set_result(1);
  futures[1]->set_exception(value_error());
  futures[2]->cancel();
  futures[2]->cancel();
  EXPECT_FALSE(futures[2]->set_running_or_notify_cancel());
  EXPECT_EQ(calls, 6);
}

TEST(Callbacks, AddedLateRunAtOnce) {
  const auto future = make<int>();
  future->set_result(1);
  int calls = 0;
  future->add_done_callback([&](const FuturePointer&) { ++calls; });
  EXPECT_EQ(calls, 1);
}

TEST(Callbacks, AddedWhileItEndsRunOnce) {
  for (int round = 0; round < 100; ++round) {
    const auto future = make<int>();
    std::array<std::atomic<int>, 3> calls{};
    together(4, [&](int me) {
      if (me == 3) return future->set_result(1);
      future->add_done_callback([&, me](const FuturePointer&) { ++calls[me]; });
    });
    for (const auto& each : calls) EXPECT_EQ(each, 1);
  }
}

std::vector<std::string> reports;

TEST(Callbacks, AnErrorIsReportedAndGoesNoFurther) {
  reports.clear();
  const auto previous =
      errors::set_unraisable_hook([](const std::exception_ptr& error, std::string_view where) {
        reports.push_back(std::string(where) + ": " + errors::describe(error));
      });
  const auto future = make<int>();
  int calls = 0;
  future->add_done_callback([](const FuturePointer&) { throw errors::ValueError("bad"); });
  future->add_done_callback([](const FuturePointer&) { throw 5; });
  future->add_done_callback([&](const FuturePointer&) { ++calls; });
  future->set_result(1);
  future->add_done_callback([](const FuturePointer&) { throw errors::ValueError("late"); });
  errors::set_unraisable_hook(previous);
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(future->result(), 1);
  EXPECT_THAT(reports, ElementsAre("callback of a future: ValueError: bad",
                                   "callback of a future: an exception of unknown type",
                                   "callback of a future: ValueError: late"));
}

TEST(Errors, ArePythonsAndNotAsyncios) {
  const CancelledError cancelled;
  EXPECT_TRUE(cancelled.is("Exception"));
  EXPECT_FALSE(cancelled.is("CancelledError"));
  EXPECT_TRUE(BrokenThreadPool().is("RuntimeError"));
  EXPECT_TRUE(BrokenThreadPool().is("concurrent.futures.BrokenExecutor"));
  EXPECT_FALSE(InvalidStateError().is("InvalidStateError"));
}

}  // namespace
}  // namespace futures
