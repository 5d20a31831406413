#include "impl/asyncio/semaphore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/gather.h"
#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

Coroutine<> inside(Semaphore& semaphore, Log& log, std::string name) {
  const auto held = co_await semaphore.hold();
  log.push_back(name);
  co_await sleep(Seconds(1));
}

Coroutine<> limits(Log& log) {
  Semaphore semaphore(2);
  co_await gather(inside(semaphore, log, "0"), inside(semaphore, log, "1"),
                  inside(semaphore, log, "2"), inside(semaphore, log, "3"),
                  inside(semaphore, log, "4"));
  EXPECT_EQ(now(), 3);
}

TEST(Semaphore, LimitsHowManyAreInside) {
  Log log;
  run_virtually(limits(log));
  EXPECT_THAT(log, ElementsAre("0", "1", "2", "3", "4"));
}

Coroutine<> keeps_its_permits(bool woken) {
  Semaphore semaphore(0);
  Log log;
  const auto cancelled = create_task(inside(semaphore, log, "cancelled"));
  const auto next = create_task(inside(semaphore, log, "next"));
  co_await sleep(Seconds(1));
  if (woken) semaphore.release();
  cancelled->cancel();
  if (!woken) semaphore.release();
  co_await next;
  EXPECT_THAT(log, ElementsAre("next"));
  EXPECT_FALSE(semaphore.locked());
  co_await semaphore.acquire();
  EXPECT_TRUE(semaphore.locked());
}

TEST(Semaphore, ACancelledWaiterLosesNoPermit) {
  run_virtually(keeps_its_permits(false));
  run_virtually(keeps_its_permits(true));
}

Coroutine<> nobody_overtakes(Log& log) {
  Semaphore semaphore(0);
  const auto waiting = create_task(inside(semaphore, log, "first"));
  co_await sleep(Seconds(1));
  semaphore.release();
  EXPECT_TRUE(semaphore.locked()) << "the permit is given away already";
  const auto late = create_task(inside(semaphore, log, "late"));
  co_await late;
}

TEST(Semaphore, NobodyOvertakes) {
  Log log;
  run_virtually(nobody_overtakes(log));
  EXPECT_THAT(log, ElementsAre("first", "late"));
}

TEST(Semaphore, RefusesBadCounts) {
  EXPECT_THROW(Semaphore(-1), errors::ValueError);
  Semaphore plain(0);
  plain.release();
  plain.release();
  BoundedSemaphore bounded(1);
  EXPECT_THROW(bounded.release(), errors::ValueError);
  EXPECT_FALSE(bounded.locked());
}

}  // namespace
}  // namespace asyncio
