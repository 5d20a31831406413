// Notifying the tasks that wait on a condition.
#include <algorithm>
#include <numeric>

#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_condition_notify_checks{
    {"asyncio.condition.cancelled-waiter-skipped", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto cancelled = trial.pick("cancelled", 0, 31);
       const auto notified = trial.pick("notified", 0, 5);
       trial.pick_one("early", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, number):
             async with condition:
                 await condition.wait()
                 log("woken", number)
         async def consume():
             condition = asyncio.Condition()
             tasks = [asyncio.create_task(wait(condition, number)) for number in range(count)]
             await settle()
             async with condition:
                 for number, task in enumerate(tasks):
                     if cancelled >> number & 1:
                         task.cancel()
                 if early:
                     await settle()
                 condition.notify(notified)
             await settle()
             log("woken", "end")
             record("locked", condition.locked())
             record("cancelled", [n for n, task in enumerate(tasks) if task.cancelled()])
         asyncio.run(consume())
       )"));
       const auto left = static_cast<std::int64_t>(chosen(count, cancelled, false).size());
       EXPECT_THAT(trace.logs("woken"),
                   SizeIs(static_cast<std::size_t>(std::min(notified, left) + 1)));
       EXPECT_EQ(trace.logs("woken").back(), Value("end"));
       EXPECT_EQ(trace.value("locked"), Value(false));
       EXPECT_EQ(trace.value("cancelled"), Value(List{chosen(count, cancelled, true)}));
     })},

    {"asyncio.condition.needs-lock", property([](Trial& trial) {
       trial.pick_one("used", {false, true});
       trial.pick_one("watched", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition):
             async with condition:
                 await condition.wait()
                 log("woken")
         async def consume():
             condition = asyncio.Condition()
             if used:
                 async with condition:
                     condition.notify()
             if watched:
                 waiter = asyncio.create_task(wait(condition))
                 await settle()
             attempt("notify", condition.notify())
             attempt("notify", condition.notify_all())
             waits = [condition.wait(), condition.wait_for(lambda: False)]
             tasks = [asyncio.create_task(coroutine) for coroutine in waits]
             await settle()
             for task in tasks:
                 attempt("wait", task.result())
             record("locked", condition.locked())
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcomes("notify"),
                   ElementsAre(Raised("RuntimeError"), Raised("RuntimeError")));
       EXPECT_THAT(trace.outcomes("wait"),
                   ElementsAre(Raised("RuntimeError"), Raised("RuntimeError")));
       EXPECT_TRUE(trace.absent("woken"));
       EXPECT_EQ(trace.value("locked"), Value(false));
     })},

    {"asyncio.condition.notify-count", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 5);
       const auto counts = trial.pick("counts", arbitrary::small_integers(1, 4));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, woken, number):
             async with condition:
                 await condition.wait()
                 woken.append(number)
         async def consume():
             condition, woken = asyncio.Condition(), []
             for number in range(waiters):
                 asyncio.create_task(wait(condition, woken, number))
             await settle()
             for count in counts:
                 async with condition:
                     if count % 4 == 3:
                         condition.notify()
                     else:
                         condition.notify(count % 4)
                 await settle()
                 log("woken", len(woken))
             async with condition:
                 condition.notify_all()
             await settle()
             record("all", sorted(woken))
         asyncio.run(consume())
       )"));
       Values expected;
       std::int64_t woken = 0;
       for (const std::int64_t count : counts) {
         const auto choice = ((count % 4) + 4) % 4;
         woken = std::min(waiters, woken + (choice == 3 ? 1 : choice));
         expected.emplace_back(woken);
       }
       EXPECT_EQ(trace.logs("woken"), expected);
       EXPECT_EQ(trace.value("all"), Value(List{numbers_below(waiters)}));
     }),
     // Nobody has gone on yet when the next notification comes.
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 5);
       const auto counts = trial.pick("counts", arbitrary::numbers(0, 2, 2, 3));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, number):
             async with condition:
                 await condition.wait()
                 log("woken", number)
         async def consume():
             condition = asyncio.Condition()
             for number in range(waiters):
                 asyncio.create_task(wait(condition, number))
             await settle()
             async with condition:
                 for count in counts:
                     condition.notify(count)
             await settle()
             log("woken", "end")
             async with condition:
                 condition.notify_all()
             await settle()
         asyncio.run(consume())
       )"));
       const Values woken = trace.logs("woken");
       const auto end = std::ranges::find(woken, Value("end"));
       EXPECT_EQ(std::distance(woken.begin(), end),
                 std::min(waiters, std::accumulate(counts.begin(), counts.end(), std::int64_t{0})));
       EXPECT_THAT(woken, SizeIs(static_cast<std::size_t>(waiters + 1)));
     })},

    {"asyncio.condition.notify-not-stored", property([](Trial& trial) {
       trial.pick("surplus", 1, 3);
       const auto waiters = trial.pick("waiters", 0, 2);
       trial.pick_one("everybody", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, label):
             async with condition:
                 await condition.wait()
                 log("step", label)
         async def consume():
             condition = asyncio.Condition()
             for _ in range(waiters):
                 asyncio.create_task(wait(condition, "early"))
             await settle()
             async with condition:
                 if everybody:
                     condition.notify_all()
                 condition.notify(waiters + surplus)
             await settle()
             asyncio.create_task(wait(condition, "late"))
             await settle()
             log("step", "notify")
             async with condition:
                 condition.notify()
             await settle()
             log("step", "end")
         asyncio.run(consume())
       )"));
       Values expected(static_cast<std::size_t>(waiters), "early");
       expected.insert(expected.end(), {"notify", "late", "end"});
       EXPECT_EQ(trace.logs("step"), expected);
     })},
};

}  // namespace
}  // namespace touchstone
