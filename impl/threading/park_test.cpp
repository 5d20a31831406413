#include "impl/threading/park.h"

#include <gtest/gtest.h>

#include "impl/threading/together.h"

namespace threading {
namespace {

TEST(Park, ReturnsAtOnceWhereTheWordHasChanged) {
  const ParkWord word{5};
  park(word, 4);
  EXPECT_TRUE(park_until(word, 4, deadline_after(Seconds(3600))));
}

TEST(Park, EndsAtTheDeadline) {
  const ParkWord word{5};
  const auto deadline = deadline_after(Seconds(0.002));
  EXPECT_FALSE(park_until(word, 5, deadline));
  EXPECT_GE(std::chrono::steady_clock::now(), deadline);
  EXPECT_FALSE(park_until(word, 5, passed));
}

TEST(Park, TakesAMomentBeforeTheClockBeganForPassed) {
  const ParkWord word{5};
  EXPECT_FALSE(park_until(word, 5, Deadline(std::chrono::seconds(-5))));
}

/// Two threads in turn: a wake-up that is missed would hang.
TEST(Park, AnUnparkAfterAChangeIsNeverMissed) {
  constexpr std::uint32_t rounds = 2000;
  ParkWord turn{0};
  std::uint32_t plain = 0;
  together(2, [&](int me) {
    for (std::uint32_t i = 0; i < rounds; ++i) {
      const std::uint32_t mine = 2 * i + static_cast<std::uint32_t>(me);
      for (std::uint32_t now = 0; (now = turn.load(std::memory_order_acquire)) != mine;) {
        park(turn, now);
      }
      EXPECT_EQ(plain++, mine);
      turn.store(mine + 1, std::memory_order_release);
      unpark_one(&turn);
    }
  });
}

TEST(Park, UnparkAllWakesEveryone) {
  ParkWord word{0};
  together(5, [&](int me) {
    if (me == 0) {
      word.store(1);
      return unpark_all(&word);
    }
    while (word.load() == 0) park_until(word, 0, never);
  });
}

}  // namespace
}  // namespace threading
