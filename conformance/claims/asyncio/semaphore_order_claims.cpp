// Who of those that wait for a semaphore's permits gets one, and what acquire and locked tell.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// Of `count` waiters those of the pattern `cancelled` are cancelled, before or after so many
/// releases; `left` are not. What they leave has to serve others.
void judge_cancelled(Trial& trial, std::int64_t left, std::int64_t released) {
  const Trace trace = trial.run(with_settle(trial, R"(
    async def acquire(semaphore, label):
        await semaphore.acquire()
        log(label)
    def release(semaphore):
        for _ in range(released):
            semaphore.release()
    async def consume():
        make = asyncio.BoundedSemaphore if bounded else asyncio.Semaphore
        semaphore = make(released)
        for _ in range(released):
            await semaphore.acquire()
        waiters = [asyncio.create_task(acquire(semaphore, "waiter")) for _ in range(count)]
        await settle()
        if woken:
            release(semaphore)
        for number, task in enumerate(waiters):
            if cancelled >> number & 1:
                task.cancel()
        if not woken:
            release(semaphore)
        await settle()
        log("settled")
        for _ in range(released + 1):
            asyncio.create_task(acquire(semaphore, "later"))
        await settle()
        log("settled")
    asyncio.run(consume())
  )"));
  const auto served = std::min(left, released);
  std::vector<std::string> expected(static_cast<std::size_t>(served), "waiter");
  expected.emplace_back("settled");
  expected.resize(static_cast<std::size_t>(released + 1), "later");
  expected.emplace_back("settled");
  EXPECT_EQ(trace.order(), expected);
}

/// Permits for `count` waiters are released, and at the release `before` a newcomer asks.
void judge_newcomer(Trial& trial, std::int64_t count) {
  const Trace trace = trial.run(with_settle(trial, R"(
    async def enter(semaphore, number):
        await semaphore.acquire()
        log("entered", number)
    async def consume():
        semaphore = asyncio.Semaphore(0)
        for number in range(count):
            asyncio.create_task(enter(semaphore, number))
        await settle()
        for number in range(count):
            if number == before:
                asyncio.create_task(enter(semaphore, "newcomer"))
            semaphore.release()
        if before >= count:
            asyncio.create_task(enter(semaphore, "newcomer"))
        await settle()
        log("entered", "more")
        semaphore.release()
        await settle()
    asyncio.run(consume())
  )"));
  Values expected = numbers_below(count);
  expected.insert(expected.end(), {"more", "newcomer"});
  Values entered = trace.logs("entered");
  EXPECT_THAT(entered, UnorderedElementsAreArray(expected));
  entered.erase(entered.begin(), entered.end() - 2);
  EXPECT_THAT(entered, ElementsAre(Value("more"), Value("newcomer")));
}

const Checks asyncio_semaphore_order_checks{
    {"asyncio.semaphore.acquire-result", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 1, 4);
       const auto waiters = trial.pick("waiters", 1, 3);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             semaphore = asyncio.Semaphore(permits)
             for _ in range(permits):
                 log("locked", semaphore.locked())
                 record("free", await semaphore.acquire())
             log("locked", semaphore.locked())
             tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(waiters)]
             await settle()
             for task in tasks:
                 semaphore.release()
                 await settle()
                 attempt("waited", task.result())
             log("locked", semaphore.locked())
             semaphore.release()
             log("locked", semaphore.locked())
         asyncio.run(consume())
       )"));
       Values locked(static_cast<std::size_t>(permits), false);
       locked.insert(locked.end(), {true, true, false});
       EXPECT_THAT(trace.values("free"), Each(Value(true)));
       EXPECT_THAT(trace.outcomes("waited"),
                   AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(ValueIs(true))));
       EXPECT_EQ(trace.logs("locked"), locked);
     })},

    {"asyncio.semaphore.cancelled-waiter-skipped", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto cancelled = trial.pick("cancelled", 0, 31);
       const auto released = trial.pick("released", 0, 5);
       trial.pick_one("woken", {false, true});
       trial.pick_one("bounded", {false, true});
       judge_cancelled(trial, std::ssize(chosen(count, cancelled, false)), released);
     }),
     adversary([](Trial& trial) {
       for (const char* const name : {"count", "cancelled", "released", "woken", "bounded"})
         trial.bind(name, 1);
       judge_cancelled(trial, 0, 1);
     }),
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto cancelled = trial.pick("cancelled", 0, 31);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(semaphore, number):
             await semaphore.acquire()
             log("entered", number)
             semaphore.release()
         async def consume():
             semaphore, tasks = asyncio.Semaphore(0), []
             for number in range(count):
                 tasks.append(asyncio.create_task(enter(semaphore, number)))
                 await settle()
             for number, task in enumerate(tasks):
                 if cancelled >> number & 1:
                     task.cancel()
             await settle()
             semaphore.release()
             await settle()
             log("entered", "end")
         asyncio.run(consume())
       )"));
       Values expected = chosen(count, cancelled, false);
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("entered"), expected);
     })},

    {"asyncio.semaphore.default-one", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             for semaphore in [asyncio.Semaphore(), asyncio.BoundedSemaphore()]:
                 log("locked", semaphore.locked())
                 await semaphore.acquire()
                 log("locked", semaphore.locked())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("locked"),
                   ElementsAre(Value(false), Value(true), Value(false), Value(true)));
     })},

    {"asyncio.semaphore.fifo", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 0, 2);
       const auto count = trial.pick("count", 1, 5);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(semaphore, number):
             await semaphore.acquire()
             log("entered", number)
         async def consume():
             semaphore = asyncio.Semaphore(permits)
             for number in range(permits + count):
                 asyncio.create_task(enter(semaphore, number))
                 await settle()
             for _ in range(count):
                 semaphore.release()
                 await settle()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.logs("entered"), numbers_below(permits + count));
     })},

    {"asyncio.semaphore.no-overtaking", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       trial.pick("before", 0, 4);
       judge_newcomer(trial, count);
     }),
     adversary([](Trial& trial) {
       trial.bind("count", 2);
       trial.bind("before", 1);
       judge_newcomer(trial, 2);
     }),
     adversary([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(semaphore, number):
             async with semaphore:
                 log("entered", number)
         async def consume():
             semaphore = asyncio.Semaphore(1)
             await semaphore.acquire()
             for number in range(count):
                 asyncio.create_task(enter(semaphore, number))
             await settle()
             semaphore.release()
             await enter(semaphore, count)
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.logs("entered"), numbers_below(count + 1));
     })},
};

}  // namespace
}  // namespace touchstone
