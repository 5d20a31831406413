#include "impl/threading/event.h"

#include <gtest/gtest.h>

#include <limits>

#include "impl/errors/hierarchy.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

TEST(Event, IsClearAtFirstSticksWhenSetAndCanBeCleared) {
  Event event;
  EXPECT_FALSE(event.is_set());
  EXPECT_FALSE(event.wait(Seconds(0)));
  event.set();
  event.set();
  EXPECT_TRUE(event.wait());
  EXPECT_TRUE(event.wait(Seconds(0)));
  event.clear();
  EXPECT_FALSE(event.wait(Seconds(0.001)));
  EXPECT_FALSE(event.wait(Seconds(-1)));
}

TEST(Event, OneSetReleasesAllWhoSeeWhatCameBefore) {
  Event event;
  int plain = 0;
  together(5, [&](int me) {
    if (me == 0) {
      plain = 1;
      event.set();
    } else {
      EXPECT_TRUE(event.wait());
      EXPECT_EQ(plain, 1);
    }
  });
}

/// Each round waits for an event that is set and cleared in turn by the other side.
TEST(Event, ServesAsATurnstile) {
  constexpr int rounds = 1000;
  Event ping;
  Event pong;
  int plain = 0;
  together(2, [&](int me) {
    Event& mine = me == 0 ? ping : pong;
    Event& other = me == 0 ? pong : ping;
    for (int i = 0; i < rounds; ++i) {
      if (me == 0) other.set();
      mine.wait();
      mine.clear();
      ++plain;
      if (me == 1) other.set();
    }
  });
  EXPECT_EQ(plain, 2 * rounds);
}

/// Whoever waits at the set goes, though the clear follows at once; the last set frees who came
/// late.
TEST(Event, APulseReleasesWithTrue) {
  Event event;
  std::atomic<int> released{0};
  together(4, [&](int me) {
    if (me > 0) {
      EXPECT_TRUE(event.wait());
      ++released;
      return;
    }
    while (released < 3) {
      event.set();
      event.clear();
      std::this_thread::yield();
    }
  });
}

TEST(Event, RefusesATimeoutThatIsNoNumberOnlyWhereItWouldWait) {
  const Seconds nan(std::numeric_limits<double>::quiet_NaN());
  Event event;
  EXPECT_THROW(event.wait(nan), errors::ValueError);
  event.set();
  EXPECT_TRUE(event.wait(nan));
}

}  // namespace
}  // namespace threading
