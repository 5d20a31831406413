#include "impl/threading/barrier.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "impl/threading/together.h"

namespace threading {
namespace {

TEST(Barrier, HoldsUntilAllHaveComeAndServesAgain) {
  constexpr int parties = 4;
  Barrier barrier(parties);
  std::array<int, parties> plain{};
  together(parties, [&](int me) {
    for (int round = 1; round <= 200; ++round) {
      plain[me] = round;
      barrier.wait();
      for (const int each : plain) EXPECT_EQ(each, round);
      barrier.wait();
    }
  });
  EXPECT_EQ(barrier.n_waiting(), 0);
  EXPECT_EQ(barrier.parties(), parties);
}

TEST(Barrier, GivesEachItsNumberAndRunsTheActionOnce) {
  constexpr int parties = 3;
  int actions = 0;
  Barrier barrier(parties, [&] { ++actions; });
  std::array<std::int64_t, parties> numbers{};
  together(parties, [&](int me) {
    numbers[me] = barrier.wait();
    EXPECT_EQ(actions, 1);
  });
  EXPECT_EQ(std::set(numbers.begin(), numbers.end()), (std::set<std::int64_t>{0, 1, 2}));
}

TEST(Barrier, BreaksAtATimeoutUntilItIsReset) {
  for (const double seconds : {0.0, -1.0, 0.001}) {
    Barrier barrier(2);
    EXPECT_THROW(barrier.wait(Seconds(seconds)), BrokenBarrierError);
    EXPECT_TRUE(barrier.broken());
    EXPECT_THROW(barrier.wait(), errors::RuntimeError);
    barrier.reset();
    EXPECT_FALSE(barrier.broken());
    together(2, [&](int) { barrier.wait(); });
  }
  Barrier impatient(2, {}, Seconds(0.001));
  EXPECT_THROW(impatient.wait(), BrokenBarrierError);
}

TEST(Barrier, BreaksWhereTheActionRaises) {
  Barrier barrier(2, [] { throw errors::ValueError("action"); });
  std::atomic<int> broken{0};
  std::atomic<int> raised{0};
  together(2, [&](int) {
    try {
      barrier.wait();
    } catch (const BrokenBarrierError&) {
      ++broken;
    } catch (const errors::ValueError&) {
      ++raised;
    }
  });
  EXPECT_EQ(broken, 1);
  EXPECT_EQ(raised, 1);
  EXPECT_TRUE(barrier.broken());
}

TEST(Barrier, AbortAndResetReachThoseWhoWait) {
  for (const bool resets : {false, true}) {
    Barrier barrier(3);
    together(3, [&](int me) {
      if (me < 2) {
        EXPECT_THROW(barrier.wait(), BrokenBarrierError);
        return;
      }
      while (barrier.n_waiting() < 2) std::this_thread::yield();
      if (resets) barrier.reset();
      if (!resets) barrier.abort();
    });
    EXPECT_EQ(barrier.broken(), !resets);
  }
}

TEST(Barrier, RefusesLessThanOneParty) {
  EXPECT_THROW(Barrier(0), errors::ValueError);
  EXPECT_THROW(Barrier(-1), errors::ValueError);
  EXPECT_EQ(Barrier(1).wait(), 0);
}

}  // namespace
}  // namespace threading
