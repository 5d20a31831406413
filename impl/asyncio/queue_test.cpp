#include "impl/asyncio/queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/test_support.h"
#include "impl/asyncio/wait_for.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

Coroutine<> producing(Queue<int>& queue, int count) {
  for (int i = 0; i < count; ++i) co_await queue.put(i);
}

Coroutine<> gives_items_in_order() {
  Queue<int> queue(2);
  const auto producer = create_task(producing(queue, 10));
  co_await sleep(Seconds(1));
  EXPECT_TRUE(queue.full());
  EXPECT_THROW(queue.put_nowait(99), QueueFull);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(co_await queue.get(), i);
  EXPECT_TRUE(queue.empty());
  EXPECT_THROW(queue.get_nowait(), QueueEmpty);
  co_await producer;
}

TEST(Queue, GivesEachItemOnceInOrder) { run_virtually(gives_items_in_order()); }

Coroutine<> getting(Queue<int>& queue, Log& log, std::string name) {
  log.push_back(name + std::to_string(co_await queue.get()));
}

Coroutine<> serves_in_order(Log& log) {
  Queue<int> queue;
  create_task(getting(queue, log, "a"));
  const auto cancelled = create_task(getting(queue, log, "b"));
  const auto last = create_task(getting(queue, log, "c"));
  co_await sleep(Seconds(1));
  queue.put_nowait(1);
  queue.put_nowait(2);
  cancelled->cancel();
  co_await last;
}

TEST(Queue, AGetterThatIsCancelledInItsTurnPassesItOn) {
  Log log;
  run_virtually(serves_in_order(log));
  EXPECT_THAT(log, ElementsAre("a1", "c2"));
}

Coroutine<> a_putter_passes_its_turn_on() {
  Queue<int> queue(1);
  queue.put_nowait(0);
  const auto cancelled = create_task(queue.put(1));
  const auto next = create_task(queue.put(2));
  co_await sleep(Seconds(1));
  EXPECT_EQ(queue.get_nowait(), 0);
  cancelled->cancel();
  co_await next;
  EXPECT_EQ(queue.get_nowait(), 2);
}

TEST(Queue, APutterThatIsCancelledInItsTurnPassesItOn) {
  run_virtually(a_putter_passes_its_turn_on());
}

Coroutine<> working(Queue<int>& queue) {
  while (true) {
    co_await sleep(Seconds(co_await queue.get()));
    queue.task_done();
  }
}

Coroutine<> joins() {
  Queue<int> queue;
  co_await queue.join();
  EXPECT_THROW(queue.task_done(), errors::ValueError);
  for (const int work : {1, 2, 3}) queue.put_nowait(work);
  const auto worker = create_task(working(queue));
  co_await queue.join();
  EXPECT_EQ(now(), 6);
  worker->cancel();
  co_await sleep(Seconds(0));
  co_await sleep(Seconds(0));
}

TEST(Queue, JoinWaitsForAllWork) { run_virtually(joins()); }

Coroutine<> other_orders() {
  LifoQueue<int> last_first;
  PriorityQueue<int> smallest_first;
  for (const int item : {2, 3, 1}) {
    co_await last_first.put(item);
    co_await smallest_first.put(item);
  }
  for (const int expected : {1, 3, 2}) EXPECT_EQ(co_await last_first.get(), expected);
  for (const int expected : {1, 2, 3}) EXPECT_EQ(co_await smallest_first.get(), expected);
}

TEST(Queue, HasOtherOrders) { run_virtually(other_orders()); }

Coroutine<> a_get_times_out() {
  Queue<int> queue;
  EXPECT_EQ(co_await error_of(wait_for(queue.get(), Seconds(1))), "TimeoutError");
  queue.put_nowait(1);
  EXPECT_EQ(co_await wait_for(queue.get(), Seconds(1)), 1);
}

TEST(Queue, ATimedOutGetTakesNothing) { run_virtually(a_get_times_out()); }

}  // namespace
}  // namespace asyncio
