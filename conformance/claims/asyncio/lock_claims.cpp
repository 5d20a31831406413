// The lock between tasks.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// How a task leaves a locked block, in the order of the scenario's own numbers.
constexpr const char* kEndings[] = {"KeyError", "ZeroDivisionError", "CancelledError"};

const Checks asyncio_lock_checks{
    {"asyncio.lock.acquire-result", property([](Trial& trial) {
       const auto rounds = trial.pick("rounds", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             lock = asyncio.Lock()
             for _ in range(rounds):
                 log("locked", lock.locked())
                 record("free", await lock.acquire())
                 log("locked", lock.locked())
                 waiter = asyncio.create_task(lock.acquire())
                 await settle()
                 lock.release()
                 record("waited", await waiter)
                 log("locked", lock.locked())
                 lock.release()
         asyncio.run(consume())
       )"));
       Values locked;
       for (std::int64_t round = 0; round < rounds; ++round)
         locked.insert(locked.end(), {false, true, true});
       EXPECT_THAT(trace.values("free"), Each(Value(true)));
       EXPECT_THAT(trace.values("waited"), Each(Value(true)));
       EXPECT_EQ(trace.logs("locked"), locked);
     })},

    {"asyncio.lock.async-with-only", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def enter(lock):
             with lock:
                 log("body")
         async def consume():
             lock = asyncio.Lock()
             attempt("enter", enter(lock))
             record("locked", lock.locked())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("enter"), AnyOf(Raised("TypeError"), Raised("AttributeError")));
       EXPECT_TRUE(trace.absent("body"));
       EXPECT_EQ(trace.value("locked"), Value(false));
     })},

    {"asyncio.lock.cancelled-waiter-skipped", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto cancelled = trial.pick("cancelled", 0, 31);
       trial.pick("late", 0, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(lock, number):
             async with lock:
                 log("entered", number)
         async def consume():
             lock, tasks = asyncio.Lock(), []
             await lock.acquire()
             for number in range(count):
                 tasks.append(asyncio.create_task(enter(lock, number)))
                 await settle()
             if late == 0:
                 lock.release()
             for number, task in enumerate(tasks):
                 if cancelled >> number & 1:
                     task.cancel()
             if late == 2:
                 await settle()
             if late:
                 lock.release()
             await settle()
             log("entered", "end")
             record("locked", lock.locked())
         asyncio.run(consume())
       )"));
       Values expected = chosen(count, cancelled, false);
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("entered"), expected);
       EXPECT_EQ(trace.value("locked"), Value(false));
     })},

    {"asyncio.lock.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def task(lock, number):
             async with lock:
                 log("print", f"Task {number}")
                 await asyncio.sleep(1)
         async def consume():
             lock = asyncio.Lock()
             await asyncio.gather(task(lock, 1), task(lock, 2))
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Task 1"), Value("Task 2")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1));
       EXPECT_THAT(trace.at("end"), ElementsAre(2));
     })},

    {"asyncio.lock.excludes", property([](Trial& trial) {
       const auto tasks = trial.pick("tasks", 1, 5);
       const auto rounds = trial.pick("rounds", 1, 5);
       trial.pick("pauses", rc::gen::container<std::vector<std::int64_t>>(
                                7, rc::gen::inRange<std::int64_t>(0, 4)));
       const Trace trace = trial.run(R"(
         async def work(lock, state, number):
             for turn in range(rounds):
                 async with lock:
                     state["inside"] += 1
                     state["most"] = max(state["most"], state["inside"])
                     total = state["total"]
                     for _ in range(pauses[(number * rounds + turn) % len(pauses)]):
                         await asyncio.sleep(0)
                     state["total"] = total + 1
                     state["inside"] -= 1
         async def consume():
             lock, state = asyncio.Lock(), {"inside": 0, "most": 0, "total": 0}
             await asyncio.gather(*[work(lock, state, number) for number in range(tasks)])
             record("total", state["total"])
             record("most", state["most"])
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("total"), Value(tasks * rounds));
       EXPECT_EQ(trace.value("most"), Value(1));
     }),
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto cancelled = trial.pick("cancelled", 0, 31);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(lock, number):
             async with lock:
                 log("entered", number)
         async def consume():
             lock = asyncio.Lock()
             async with lock:
                 tasks = [asyncio.create_task(enter(lock, number)) for number in range(count)]
                 await settle()
                 for number, task in enumerate(tasks):
                     if cancelled >> number & 1:
                         task.cancel()
                 await settle()
                 record("locked", lock.locked())
                 log("entered", "holder leaves")
             await settle()
         asyncio.run(consume())
       )"));
       Values expected = chosen(count, cancelled, false);
       expected.emplace_back("holder leaves");
       EXPECT_EQ(trace.value("locked"), Value(true));
       EXPECT_EQ(trace.logs("entered").front(), Value("holder leaves"));
       EXPECT_THAT(trace.logs("entered"), UnorderedElementsAreArray(expected));
     })},

    {"asyncio.lock.fifo", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(lock, number):
             async with lock:
                 log("entered", number)
         async def consume():
             lock, tasks = asyncio.Lock(), []
             await lock.acquire()
             for number in range(count):
                 tasks.append(asyncio.create_task(enter(lock, number)))
                 await settle()
             lock.release()
             for task in tasks:
                 await task
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.logs("entered"), numbers_below(count));
     }),
     adversary([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def enter(lock, number):
             async with lock:
                 log("entered", number)
         async def consume():
             lock, tasks = asyncio.Lock(), []
             await lock.acquire()
             for number in range(count):
                 tasks.append(asyncio.create_task(enter(lock, number)))
                 await settle()
             lock.release()
             await enter(lock, count)
             for task in tasks:
                 await task
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.logs("entered"), numbers_below(count + 1));
     })},

    {"asyncio.lock.not-reentrant", adversary([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         async def take_twice(lock):
             await lock.acquire()
             log("step", "once")
             await lock.acquire()
             log("step", "twice")
         async def consume():
             lock = asyncio.Lock()
             task = asyncio.create_task(take_twice(lock))
             await settle()
             log("step", "release")
             lock.release()
             await settle()
             record("done", task.done())
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("step"),
                   ElementsAre(Value("once"), Value("release"), Value("twice")));
       EXPECT_EQ(trace.value("done"), Value(true));
     })},

    {"asyncio.lock.release-unheld", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             lock = asyncio.Lock()
             attempt("release", lock.release())
             await lock.acquire()
             attempt("release", lock.release())
             attempt("release", lock.release())
             await lock.acquire()
             record("locked", lock.locked())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("release"),
                   ElementsAre(Raised("RuntimeError"), ValueIs(Value()), Raised("RuntimeError")));
       EXPECT_EQ(trace.value("locked"), Value(true));
     })},

    {"asyncio.lock.released-on-error", property([](Trial& trial) {
       const auto way = trial.pick("way", 0, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def fail(lock):
             async with lock:
                 log("inside")
                 await asyncio.sleep(0)
                 if way == 0:
                     raise KeyError("inside")
                 if way == 1:
                     1 / 0
                 await asyncio.Future()
         async def enter(lock):
             async with lock:
                 log("entered")
         async def consume():
             lock = asyncio.Lock()
             task = asyncio.create_task(fail(lock))
             await asyncio.sleep(0)
             waiter = asyncio.create_task(enter(lock))
             await settle()
             if way == 2:
                 task.cancel()
             await settle()
             attempt("task", task.result())
             record("waiter", waiter.done())
             record("locked", lock.locked())
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcome("task"), Raised(kEndings[way]));
       EXPECT_EQ(trace.count("entered"), 1u);
       EXPECT_EQ(trace.value("waiter"), Value(true));
       EXPECT_EQ(trace.value("locked"), Value(false));
     })},
};

}  // namespace
}  // namespace touchstone
