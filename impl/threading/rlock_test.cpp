#include "impl/threading/rlock.h"

#include <gtest/gtest.h>

#include <mutex>

#include "impl/errors/hierarchy.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

bool free_for_others(RLock& lock) {
  bool got = false;
  std::jthread([&] {
    got = lock.acquire(false);
    if (got) lock.release();
  }).join();
  return got;
}

TEST(RLock, IsHeldUntilAsManyReleasesAsAcquires) {
  constexpr int depth = 5;
  RLock lock;
  for (int i = 0; i < depth; ++i) EXPECT_TRUE(lock.acquire(false));
  for (int i = 0; i < depth; ++i) {
    EXPECT_FALSE(free_for_others(lock));
    lock.release();
  }
  EXPECT_TRUE(free_for_others(lock));
}

TEST(RLock, AdmitsOneThreadAtATime) {
  constexpr int threads = 4;
  constexpr int rounds = 3000;
  RLock lock;
  int plain = 0;
  together(threads, [&](int) {
    for (int i = 0; i < rounds; ++i) {
      const std::lock_guard outer(lock);
      const std::lock_guard inner(lock);
      ++plain;
    }
  });
  EXPECT_EQ(plain, threads * rounds);
}

TEST(RLock, RefusesTheReleaseByAStranger) {
  RLock lock;
  lock.acquire();
  std::jthread([&] { EXPECT_THROW(lock.release(), errors::RuntimeError); }).join();
  EXPECT_TRUE(lock.owned());
  EXPECT_FALSE(free_for_others(lock));
  lock.release();
}

TEST(RLock, RefusesASurplusReleaseAndStaysUsable) {
  RLock lock;
  EXPECT_THROW(lock.release(), errors::RuntimeError);
  lock.acquire();
  lock.release();
  EXPECT_THROW(lock.release(), errors::RuntimeError);
  EXPECT_TRUE(free_for_others(lock));
}

TEST(RLock, GivesUpAndRestoresAllLevels) {
  RLock lock;
  for (int i = 0; i < 3; ++i) lock.acquire();
  EXPECT_EQ(lock.release_all(), 3u);
  EXPECT_TRUE(free_for_others(lock));
  lock.restore(3);
  for (int i = 0; i < 3; ++i) lock.release();
  EXPECT_THROW(lock.release(), errors::RuntimeError);
}

TEST(RLock, TimesOutForOthersAndValidatesForItsOwnerToo) {
  RLock lock;
  lock.acquire();
  std::jthread([&] { EXPECT_FALSE(lock.acquire(true, Seconds(0.001))); }).join();
  EXPECT_THROW(lock.acquire(true, Seconds(-2)), errors::ValueError);
  EXPECT_THROW(lock.acquire(false, Seconds(0)), errors::ValueError);
  lock.release();
  EXPECT_TRUE(free_for_others(lock));
}

}  // namespace
}  // namespace threading
