#include "impl/asyncio/event.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

Coroutine<> passing(Event& event, Log& log, std::string name) {
  co_await event.wait();
  log.push_back(name);
}

Coroutine<> wakes_all(Log& log) {
  Event event;
  event.set();
  event.set();
  co_await event.wait();
  event.clear();
  for (const auto* const name : {"a", "b"}) create_task(passing(event, log, name));
  const auto cancelled = create_task(passing(event, log, "cancelled"));
  co_await sleep(Seconds(1));
  EXPECT_THAT(log, ElementsAre());
  cancelled->cancel();
  event.set();
  EXPECT_TRUE(event.is_set());
  event.clear();
  co_await sleep(Seconds(1));
  EXPECT_THAT(log, ElementsAre("a", "b")) << "who was woken passes, though it is clear again";
}

TEST(Event, WakesAllWhoWait) {
  Log log;
  run_virtually(wakes_all(log));
}

}  // namespace
}  // namespace asyncio
