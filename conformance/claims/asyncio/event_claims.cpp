// The event between tasks.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_event_checks{
    {"asyncio.event.is-set", property([](Trial& trial) {
       const auto steps = trial.pick("steps", arbitrary::small_integers(1, 8));
       trial.pick("waiters", 0, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(event):
             await event.wait()
         async def consume():
             event = asyncio.Event()
             log("set", event.is_set())
             for step in steps:
                 for _ in range(waiters):
                     asyncio.create_task(wait(event))
                 await settle()
                 if step % 2:
                     event.set()
                 else:
                     event.clear()
                 log("set", event.is_set())
         asyncio.run(consume())
       )"));
       Values expected = {false};
       for (const std::int64_t step : steps) expected.emplace_back(step % 2 != 0);
       EXPECT_EQ(trace.logs("set"), expected);
     })},

    {"asyncio.event.set-without-waiters", property([](Trial& trial) {
       trial.pick("times", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(event):
             return await event.wait()
         async def consume():
             event = asyncio.Event()
             for _ in range(times):
                 attempt("set", event.set())
             record("state", event.is_set())
             waiter = asyncio.create_task(wait(event))
             await settle()
             record("done", waiter.done())
             attempt("wait", waiter.result())
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcomes("set"), Each(ValueIs(Value())));
       EXPECT_EQ(trace.value("state"), Value(true));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.outcome("wait"), ValueIs(true));
     })},

    {"asyncio.event.stays-set", property([](Trial& trial) {
       const auto steps = trial.pick("steps", arbitrary::small_integers(1, 12));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(event):
             return await event.wait()
         async def consume():
             event = asyncio.Event()
             event.set()
             for step in steps:
                 if step % 4 == 0:
                     event.set()
                 elif step % 4 == 1:
                     event.clear()
                 waiter = asyncio.create_task(wait(event))
                 await settle()
                 log("passed", waiter.done() and waiter.result())
                 waiter.cancel()
         asyncio.run(consume())
       )"));
       Values expected;
       bool set = true;
       for (const std::int64_t step : steps) {
         const auto choice = ((step % 4) + 4) % 4;
         if (choice <= 1) set = choice == 0;
         expected.emplace_back(set);
       }
       EXPECT_EQ(trace.logs("passed"), expected);
     })},

    {"asyncio.event.wait-result", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       trial.pick_one("clears", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(event):
             record("waited", await event.wait())
         async def consume():
             event = asyncio.Event()
             for _ in range(count):
                 asyncio.create_task(wait(event))
             await settle()
             event.set()
             record("at once", await event.wait())
             if clears:
                 event.clear()
             await settle()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("at once"), Value(true));
       EXPECT_THAT(trace.values("waited"),
                   AllOf(SizeIs(static_cast<std::size_t>(count)), Each(Value(true))));
     })},

    {"asyncio.event.wakes-all", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto cancelled = trial.pick("cancelled", 0, 63);
       trial.pick_one("clears", {false, true});
       trial.pick_one("woken", {false, true});
       trial.pick_one("early", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(event, number):
             await event.wait()
             log("step", number)
         async def consume():
             event = asyncio.Event()
             tasks = [asyncio.create_task(wait(event, number)) for number in range(count)]
             await settle()
             event.clear()
             await settle()
             if woken:
                 log("step", "set")
                 event.set()
             for number, task in enumerate(tasks):
                 if cancelled >> number & 1:
                     task.cancel()
             if not woken:
                 if early:
                     await settle()
                 log("step", "set")
                 event.set()
             if clears:
                 event.clear()
             await settle()
             log("step", "end")
         asyncio.run(consume())
       )"));
       Values expected = chosen(count, cancelled, false);
       expected.insert(expected.end(), {"set", "end"});
       EXPECT_THAT(trace.logs("step"), UnorderedElementsAreArray(expected));
       EXPECT_EQ(trace.logs("step").front(), Value("set"));
       EXPECT_EQ(trace.logs("step").back(), Value("end"));
     })},
};

}  // namespace
}  // namespace touchstone
