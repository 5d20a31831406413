// The event between tasks.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks checks{
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
                 log("passed", waiter.done())
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

    {"asyncio.event.wakes-all", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       trial.pick_one("clears", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(event, number):
             await event.wait()
             log("step", number)
         async def consume():
             event = asyncio.Event()
             tasks = [asyncio.create_task(wait(event, number)) for number in range(count)]
             await settle()
             log("step", "set")
             event.set()
             if clears:
                 event.clear()
             await settle()
             log("step", "end")
         asyncio.run(consume())
       )"));
       Values steps = trace.logs("step");
       EXPECT_THAT(steps, SizeIs(static_cast<std::size_t>(count + 2)));
       EXPECT_EQ(steps.front(), Value("set"));
       EXPECT_EQ(steps.back(), Value("end"));
       for (std::int64_t number = 0; number < count; ++number)
         EXPECT_THAT(steps, Contains(Value(number)));
     })},
};

}  // namespace
}  // namespace touchstone
