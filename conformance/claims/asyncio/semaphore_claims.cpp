// Plain and bounded semaphores between tasks.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// How a task leaves a guarded block, in the order of the scenario's own numbers.
constexpr const char* kEndings[] = {"KeyError", "ZeroDivisionError", "CancelledError"};

const Checks asyncio_semaphore_checks{
    {"asyncio.semaphore.bounded-over-release", property([](Trial& trial) {
       const auto start = trial.pick("start", 0, 3);
       const auto steps = trial.pick("steps", arbitrary::small_integers(0, 16));
       const Trace trace = trial.run(R"(
         async def consume():
             semaphore = asyncio.BoundedSemaphore(start)
             for step in steps + [0] * (start + 1):
                 if step % 2 == 0:
                     attempt("release", semaphore.release())
                 elif not semaphore.locked():
                     await semaphore.acquire()
             permits = 0
             while not semaphore.locked():
                 await semaphore.acquire()
                 permits += 1
             record("permits", permits)
         asyncio.run(consume())
       )");
       std::vector<testing::Matcher<const Outcome&>> expected;
       auto count = start;
       const auto release = [&] {
         if (count == start) {
           expected.emplace_back(Raised("ValueError"));
         } else {
           expected.emplace_back(ValueIs(Value()));
           ++count;
         }
       };
       for (const std::int64_t step : steps)
         if (step % 2 == 0) {
           release();
         } else if (count > 0) {
           --count;
         }
       for (std::int64_t extra = 0; extra <= start; ++extra) release();
       EXPECT_THAT(trace.outcomes("release"), ElementsAreArray(expected));
       EXPECT_EQ(trace.value("permits"), Value(start));
     }),
     property([](Trial& trial) {
       const auto start = trial.pick("start", 1, 3);
       trial.pick("waiters", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             semaphore = asyncio.BoundedSemaphore(start)
             for _ in range(start):
                 await semaphore.acquire()
             tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(waiters)]
             await settle()
             for task in tasks:
                 task.cancel()
             await settle()
             for _ in range(start + 1):
                 attempt("release", semaphore.release())
             permits = 0
             while not semaphore.locked():
                 await semaphore.acquire()
                 permits += 1
             record("permits", permits)
         asyncio.run(consume())
       )"));
       std::vector<testing::Matcher<const Outcome&>> expected(static_cast<std::size_t>(start),
                                                              ValueIs(Value()));
       expected.emplace_back(Raised("ValueError"));
       EXPECT_THAT(trace.outcomes("release"), ElementsAreArray(expected));
       EXPECT_EQ(trace.value("permits"), Value(start));
     })},

    {"asyncio.semaphore.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def task(semaphore, number):
             async with semaphore:
                 log("print", number)
                 await asyncio.sleep(1)
         async def consume():
             semaphore = asyncio.Semaphore(2)
             await asyncio.gather(*[task(semaphore, number) for number in range(5)])
             log("end")
         asyncio.run(consume())
       )");
       const Values entered = trace.logs("print");
       ASSERT_THAT(entered, SizeIs(5));
       EXPECT_THAT(Values(entered.begin(), entered.begin() + 2), ElementsAre(Value(0), Value(1)));
       // Which of two that are let in at one instant goes on first is left open.
       EXPECT_THAT(Values(entered.begin() + 2, entered.begin() + 4),
                   UnorderedElementsAreArray({Value(2), Value(3)}));
       EXPECT_EQ(entered.back(), Value(4));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 0, 1, 1, 2));
       EXPECT_THAT(trace.at("end"), ElementsAre(3));
     })},

    {"asyncio.semaphore.limits-concurrency", property([](Trial& trial) {
       const auto tasks = trial.pick("tasks", 1, 8);
       const auto permits = trial.pick("permits", 1, 4);
       trial.pick("pauses", 20, 30);
       const Trace trace = trial.run(R"(
         async def work(semaphore, state):
             async with semaphore:
                 state["inside"] += 1
                 state["most"] = max(state["most"], state["inside"])
                 for _ in range(pauses):
                     await asyncio.sleep(0)
                 state["inside"] -= 1
             state["completed"] += 1
         async def consume():
             state = {"inside": 0, "most": 0, "completed": 0}
             semaphore = asyncio.Semaphore(permits)
             await asyncio.gather(*[work(semaphore, state) for _ in range(tasks)])
             record("most", state["most"])
             record("completed", state["completed"])
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("most"), Value(std::min(tasks, permits)));
       EXPECT_EQ(trace.value("completed"), Value(tasks));
     })},

    {"asyncio.semaphore.negative", property([](Trial& trial) {
       trial.pick("count", 1, 1000000);
       trial.pick_one("bounded", {false, true});
       const Trace trace = trial.run(R"(
         async def consume():
             make = asyncio.BoundedSemaphore if bounded else asyncio.Semaphore
             attempt("negative", kind(make(-count)))
             attempt("zero", make(0).locked())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("negative"), Raised("ValueError"));
       EXPECT_THAT(trace.outcome("zero"), ValueIs(true));
     })},

    {"asyncio.semaphore.plain-over-release", property([](Trial& trial) {
       const auto start = trial.pick("start", 0, 3);
       const auto extra = trial.pick("extra", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def acquire(semaphore):
             await semaphore.acquire()
             log("acquired")
         async def consume():
             semaphore = asyncio.Semaphore(start)
             for _ in range(extra):
                 attempt("release", semaphore.release())
             tasks = [asyncio.create_task(acquire(semaphore)) for _ in range(start + extra + 1)]
             await settle()
             record("passed", len([task for task in tasks if task.done()]))
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcomes("release"), Each(ValueIs(Value())));
       EXPECT_EQ(trace.value("passed"), Value(start + extra));
     })},

    {"asyncio.semaphore.release-on-error", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 1, 3);
       const auto way = trial.pick("way", 0, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def fail(semaphore):
             async with semaphore:
                 await asyncio.sleep(0)
                 if way == 0:
                     raise KeyError("inside")
                 if way == 1:
                     1 / 0
                 await asyncio.Future()
         async def enter(semaphore, label):
             async with semaphore:
                 log(label)
                 await asyncio.Future()
         async def consume():
             semaphore = asyncio.Semaphore(permits)
             tasks = [asyncio.create_task(fail(semaphore)) for _ in range(permits)]
             await asyncio.sleep(0)
             waiter = asyncio.create_task(enter(semaphore, "waiter"))
             await asyncio.sleep(0)
             waiter.cancel()
             await settle()
             for task in tasks:
                 if way == 2:
                     task.cancel()
             await settle()
             for task in tasks:
                 attempt("task", task.result())
             coroutines = [enter(semaphore, "entered") for _ in range(permits + 1)]
             later = [asyncio.create_task(coroutine) for coroutine in coroutines]
             await settle()
             record("locked", semaphore.locked())
             log("still inside", len([task for task in later if not task.done()]))
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcomes("task"), Each(Raised(kEndings[way])));
       EXPECT_EQ(trace.count("entered"), static_cast<std::size_t>(permits));
       EXPECT_EQ(trace.value("locked"), Value(true));
     })},

    {"asyncio.semaphore.zero-blocks", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         async def acquire(semaphore):
             record("acquire", await semaphore.acquire())
             log("step", "acquired")
         async def consume():
             semaphore = asyncio.Semaphore(0)
             task = asyncio.create_task(acquire(semaphore))
             await settle()
             log("step", "release")
             semaphore.release()
             await settle()
             record("done", task.done())
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("release"), Value("acquired")));
       EXPECT_EQ(trace.value("acquire"), Value(true));
       EXPECT_EQ(trace.value("done"), Value(true));
     })},
};

}  // namespace
}  // namespace touchstone
