// Waiting for an item of a queue between tasks, and for room in it: alike whatever the order in
// which the queue gives its items.
#include <algorithm>

#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using ::testing::IsSubsetOf;

/// With `make` for the class of the queue, and `await settle()`.
std::string with_queue(Trial& trial, const std::string& name, std::string_view text) {
  return "make = asyncio." + name + "\n" + with_settle(trial, text);
}

/// A queue with an order of its own.
std::string pick_ordered(Trial& trial) {
  return trial.pick("smallest", 0, 1) == 1 ? "PriorityQueue" : "LifoQueue";
}

/// Gets begin to wait one after another, then as many items come one at a time.
void judge_gets(Trial& trial, const std::string& name) {
  const auto count = trial.pick("count", 1, 5);
  const Trace trace = trial.run(with_queue(trial, name, R"(
    async def get(queue, number):
        item = await queue.get()
        log("step", [number, item])
    async def consume():
        queue = make()
        for number in range(count):
            asyncio.create_task(get(queue, number))
            await settle()
        log("step", "put")
        for item in range(count):
            await queue.put(item)
            await settle()
        log("step", "end")
    asyncio.run(consume())
  )"));
  Values expected = {"put"};
  for (std::int64_t number = 0; number < count; ++number)
    expected.emplace_back(List{{number, number}});
  expected.emplace_back("end");
  EXPECT_EQ(trace.logs("step"), expected);
}

/// Some of the gets that wait are cancelled, before or after items have come for them.
void judge_cancelled_gets(Trial& trial, const std::string& name) {
  const auto count = trial.pick("count", 1, 5);
  const auto cancelled = trial.pick("cancelled", 0, 31);
  const auto items = trial.pick("items", 0, 5);
  trial.pick_one("woken", {false, true});
  const Trace trace = trial.run(with_queue(trial, name, R"(
    async def get(queue, number):
        log("item", await queue.get())
        log("got", number)
    def put(queue):
        for item in range(items):
            queue.put_nowait(item)
    async def consume():
        queue = make()
        tasks = [asyncio.create_task(get(queue, number)) for number in range(count)]
        await settle()
        if woken:
            put(queue)
        for number, task in enumerate(tasks):
            if cancelled >> number & 1:
                task.cancel()
        if not woken:
            put(queue)
        await settle()
        log("got", "more")
        for item in range(items, count):
            queue.put_nowait(item)
        await settle()
        log("got", "end")
    asyncio.run(consume())
  )"));
  Values expected = chosen(count, cancelled, false);
  const auto early = std::min<std::ptrdiff_t>(items, std::ssize(expected));
  const auto in_time = [&](const Values& numbers) {
    return Values(numbers.begin(), numbers.begin() + early);
  };
  if (!expected.empty()) {
    // The first ones that came, whoever gets them, where the queue has no other order.
    const auto given = name == "Queue" ? std::ssize(expected) : std::max(items, count);
    EXPECT_THAT(trace.logs("item"), IsSubsetOf(numbers_below(given)));
  }
  EXPECT_THAT(in_time(trace.logs("got")), UnorderedElementsAreArray(in_time(expected)));
  expected.insert(expected.end(), {"more", "end"});
  EXPECT_THAT(trace.logs("got"), UnorderedElementsAreArray(expected));
  EXPECT_EQ(trace.logs("got").at(static_cast<std::size_t>(early)), Value("more"));
}

/// Each item that a waiting get is told of is taken by another before that one goes on.
void judge_get_after_another(Trial& trial, const std::string& name) {
  const auto rounds = trial.pick("rounds", 1, 4);
  const Trace trace = trial.run(with_queue(trial, name, R"(
    async def get(queue):
        log("step", await queue.get())
    async def consume():
        queue = make()
        asyncio.create_task(get(queue))
        await settle()
        for number in range(rounds):
            queue.put_nowait(number)
            log("step", queue.get_nowait())
            await settle()
        queue.put_nowait("later")
        await settle()
        log("step", "end")
    asyncio.run(consume())
  )"));
  Values expected = numbers_below(rounds);
  expected.insert(expected.end(), {"later", "end"});
  EXPECT_EQ(trace.logs("step"), expected);
}

/// Puts begin to wait one after another, then room is made for one at a time.
void judge_puts(Trial& trial, const std::string& name) {
  const auto bound = trial.pick("bound", 1, 5);
  const auto count = trial.pick("count", 1, 4);
  const Trace trace = trial.run(with_queue(trial, name, R"(
    async def put(queue, number):
        await queue.put(number)
        log("step", number)
    async def consume():
        queue = make(bound)
        for item in range(bound):
            await queue.put(item)
        for number in range(count):
            asyncio.create_task(put(queue, number))
            await settle()
        for _ in range(count):
            log("step", "get")
            await queue.get()
            await settle()
            log("size", queue.qsize())
    asyncio.run(consume())
  )"));
  Values expected;
  for (std::int64_t number = 0; number < count; ++number)
    expected.insert(expected.end(), {"get", number});
  EXPECT_EQ(trace.logs("step"), expected);
  EXPECT_THAT(trace.logs("size"), Each(Value(bound)));
}

/// The room that a waiting put is told of is taken by another before that one goes on.
void judge_put_after_another(Trial& trial, const std::string& name) {
  const auto bound = trial.pick("bound", 1, 4);
  const auto rounds = trial.pick("rounds", 1, 4);
  const Trace trace = trial.run(with_queue(trial, name, R"(
    async def put(queue):
        await queue.put(0)
        log("step", "put")
    async def consume():
        queue = make(bound)
        for _ in range(bound):
            queue.put_nowait(0)
        asyncio.create_task(put(queue))
        await settle()
        for _ in range(rounds):
            queue.get_nowait()
            queue.put_nowait(0)
            await settle()
            log("size", queue.qsize())
        log("step", "get")
        queue.get_nowait()
        await settle()
        log("size", queue.qsize())
    asyncio.run(consume())
  )"));
  EXPECT_EQ(trace.logs("size"), Values(static_cast<std::size_t>(rounds + 1), bound));
  EXPECT_THAT(trace.logs("step"), ElementsAre(Value("get"), Value("put")));
}

/// Some of the puts that wait are cancelled, before or after room was made for them.
void judge_cancelled_puts(Trial& trial, const std::string& name) {
  const auto count = trial.pick("count", 1, 5);
  const auto cancelled = trial.pick("cancelled", 0, 31);
  const auto taken = trial.pick("taken", 0, 5);
  trial.pick_one("woken", {false, true});
  const Trace trace = trial.run(with_queue(trial, name, R"(
    async def put(queue, number):
        await queue.put(number)
    def take(queue):
        for _ in range(taken):
            queue.get_nowait()
    async def consume():
        queue = make(5)
        for _ in range(5):
            queue.put_nowait(-1)
        tasks = [asyncio.create_task(put(queue, number)) for number in range(count)]
        await settle()
        if woken:
            take(queue)
        for number, task in enumerate(tasks):
            if cancelled >> number & 1:
                task.cancel()
        if not woken:
            take(queue)
        await settle()
        record("put", queue.qsize() + taken - 5)
        while not queue.empty():
            log("item", queue.get_nowait())
            await settle()
    asyncio.run(consume())
  )"));
  const Values left = chosen(count, cancelled, false);
  Values expected(static_cast<std::size_t>(5 - taken), -1);
  expected.insert(expected.end(), left.begin(), left.end());
  EXPECT_EQ(trace.value("put"), Value(std::min<std::int64_t>(taken, std::ssize(left))));
  if (expected.empty()) {
    EXPECT_TRUE(trace.absent("item"));
  } else {
    EXPECT_THAT(trace.logs("item"), UnorderedElementsAreArray(expected));
  }
}

using Judge = void (*)(Trial& trial, const std::string& name);

template <Judge judge>
constexpr auto plain = [](Trial& trial) { judge(trial, "Queue"); };
template <Judge judge>
constexpr auto ordered = [](Trial& trial) { judge(trial, pick_ordered(trial)); };

const Checks asyncio_queue_wait_checks{
    {"asyncio.queue.get-waits", property(plain<judge_gets>), property(plain<judge_cancelled_gets>),
     adversary(plain<judge_get_after_another>),
     property(ordered<judge_gets>).needs("asyncio.queue.ordered"),
     property(ordered<judge_cancelled_gets>).needs("asyncio.queue.ordered"),
     adversary(ordered<judge_get_after_another>).needs("asyncio.queue.ordered")},

    {"asyncio.queue.put-waits", property(plain<judge_puts>), property(plain<judge_cancelled_puts>),
     adversary(plain<judge_put_after_another>),
     property(ordered<judge_puts>).needs("asyncio.queue.ordered"),
     property(ordered<judge_cancelled_puts>).needs("asyncio.queue.ordered"),
     adversary(ordered<judge_put_after_another>).needs("asyncio.queue.ordered")},
};

}  // namespace
}  // namespace touchstone
