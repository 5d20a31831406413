#include "impl/threading/lock.h"

#include <gtest/gtest.h>

#include <limits>
#include <mutex>

#include "impl/errors/hierarchy.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

TEST(Lock, AdmitsOneAtATime) {
  constexpr int threads = 4;
  constexpr int rounds = 5000;
  Lock lock;
  int plain = 0;
  together(threads, [&](int) {
    for (int i = 0; i < rounds; ++i) {
      const std::lock_guard guard(lock);
      ++plain;
    }
  });
  EXPECT_EQ(plain, threads * rounds);
}

TEST(Lock, IsNotReentrant) {
  Lock lock;
  EXPECT_TRUE(lock.acquire());
  EXPECT_TRUE(lock.locked());
  EXPECT_FALSE(lock.acquire(false));
  EXPECT_FALSE(lock.acquire(true, Seconds(0)));
  EXPECT_FALSE(lock.acquire(true, Seconds(0.001)));
  lock.release();
  EXPECT_FALSE(lock.locked());
  EXPECT_TRUE(lock.acquire(false));
}

TEST(Lock, AnyThreadMayRelease) {
  Lock lock;
  int plain = 0;
  lock.acquire();
  together(2, [&](int me) {
    if (me == 0) {
      plain = 1;
      lock.release();
    } else {
      lock.acquire();
      EXPECT_EQ(plain, 1);
    }
  });
}

TEST(Lock, AnExpiredWaitLeavesItWithItsHolder) {
  Lock lock;
  lock.acquire();
  together(3, [&](int) { EXPECT_FALSE(lock.acquire(true, Seconds(0.001))); });
  EXPECT_TRUE(lock.locked());
  lock.release();
  EXPECT_THROW(lock.release(), errors::RuntimeError);
}

TEST(Lock, RefusesTheReleaseOfAFreeOneAndStaysUsable) {
  Lock lock;
  EXPECT_THROW(lock.release(), errors::RuntimeError);
  EXPECT_TRUE(lock.acquire(false));
  lock.release();
  EXPECT_THROW(lock.release(), errors::RuntimeError);
}

TEST(Lock, ABadTimeoutLeavesItUntouched) {
  Lock lock;
  EXPECT_THROW(lock.acquire(true, Seconds(-2)), errors::ValueError);
  EXPECT_THROW(lock.acquire(false, Seconds(1)), errors::ValueError);
  EXPECT_THROW(lock.acquire(true, Seconds(std::numeric_limits<double>::quiet_NaN())),
               errors::ValueError);
  EXPECT_FALSE(lock.locked());
}

/// Waits that expire while a release wakes them must pass the wake-up on: the others would hang.
TEST(Lock, NoWakeUpIsLostToATimeout) {
  constexpr int rounds = 3000;
  Lock lock;
  int plain = 0;
  int held = 0;
  together(4, [&](int me) {
    for (int i = 0; i < rounds; ++i) {
      const bool patient = me % 2 == 0;
      if (!lock.acquire(true, patient ? unlimited : Seconds(2e-6))) continue;
      EXPECT_EQ(held++, 0);
      if (patient) ++plain;
      --held;
      lock.release();
    }
  });
  EXPECT_EQ(plain, 2 * rounds);
}

}  // namespace
}  // namespace threading
