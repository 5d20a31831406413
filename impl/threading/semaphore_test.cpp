#include "impl/threading/semaphore.h"

#include <gtest/gtest.h>

#include "impl/errors/hierarchy.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

int drain(Semaphore& semaphore) {
  int permits = 0;
  while (semaphore.acquire(false)) ++permits;
  return permits;
}

TEST(Semaphore, BeginsWithOnePermitAndHasNoLimit) {
  Semaphore semaphore;
  semaphore.release();
  semaphore.release(3);
  EXPECT_EQ(drain(semaphore), 5);
}

TEST(Semaphore, WithoutAPermitRefusesOrExpires) {
  Semaphore semaphore(0);
  EXPECT_FALSE(semaphore.acquire(false));
  EXPECT_FALSE(semaphore.acquire(true, Seconds(0)));
  EXPECT_FALSE(semaphore.acquire(true, Seconds(-1)));
  EXPECT_FALSE(semaphore.acquire(true, Seconds(0.001)));
  semaphore.release();
  EXPECT_TRUE(semaphore.acquire(true, Seconds(0)));
}

TEST(Semaphore, RefusesBadValuesAndChangesNothing) {
  EXPECT_THROW(Semaphore(-1), errors::ValueError);
  EXPECT_THROW(BoundedSemaphore(-1), errors::ValueError);
  Semaphore semaphore(2);
  EXPECT_THROW(semaphore.release(0), errors::ValueError);
  EXPECT_THROW(semaphore.release(-1), errors::ValueError);
  EXPECT_THROW(semaphore.acquire(false, Seconds(1)), errors::ValueError);
  EXPECT_EQ(drain(semaphore), 2);
}

TEST(BoundedSemaphore, RefusesMoreThanItBeganWith) {
  BoundedSemaphore semaphore(2);
  EXPECT_THROW(semaphore.release(), errors::ValueError);
  semaphore.acquire();
  EXPECT_THROW(semaphore.release(2), errors::ValueError);
  semaphore.release();
  EXPECT_EQ(drain(semaphore), 2);
  EXPECT_THROW(BoundedSemaphore(0).release(), errors::ValueError);
}

TEST(Semaphore, AdmitsAtMostItsPermits) {
  constexpr int permits = 2;
  Semaphore semaphore(permits);
  std::atomic<int> inside{0};
  together(4, [&](int) {
    for (int i = 0; i < 1000; ++i) {
      semaphore.acquire();
      EXPECT_LE(++inside, permits);
      --inside;
      semaphore.release();
    }
  });
  EXPECT_EQ(drain(semaphore), permits);
}

/// A binary one guards plain data, across threads that do not release what they acquired.
TEST(Semaphore, CarriesWhatCameBeforeTheRelease) {
  Semaphore full(0);
  Semaphore free(1);
  int plain = 0;
  together(2, [&](int me) {
    for (int i = 0; i < 1000; ++i) {
      (me == 0 ? free : full).acquire();
      if (me == 0) plain = i;
      if (me == 1) {
        EXPECT_EQ(plain, i);
      }
      (me == 0 ? full : free).release();
    }
  });
}

/// Permits are conserved while waits expire.
TEST(Semaphore, LosesNoPermitToADeadline) {
  Semaphore semaphore(1);
  together(4, [&](int me) {
    for (int i = 0; i < 1000; ++i) {
      if (semaphore.acquire(true, Seconds(1e-6 * me))) semaphore.release();
    }
  });
  EXPECT_EQ(drain(semaphore), 1);
}

TEST(Semaphore, OneReleaseOfManyWakesMany) {
  Semaphore semaphore(0);
  together(4, [&](int me) {
    if (me == 0) semaphore.release(3);
    if (me > 0) semaphore.acquire();
  });
  EXPECT_EQ(drain(semaphore), 0);
}

}  // namespace
}  // namespace threading
