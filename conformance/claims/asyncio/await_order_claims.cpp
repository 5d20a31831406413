// Who runs while a coroutine awaits.
#include <algorithm>

#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_await_order_checks{
    {"asyncio.await.direct-suspends-caller", property([](Trial& trial) {
       const auto pauses = trial.pick("pauses", 1, 5);
       const Trace trace = trial.run(R"(
         async def child():
             for step in range(pauses):
                 log("step", "child")
                 await asyncio.sleep(0)
             log("step", "child")
         async def direct():
             await child()
             log("step", "caller")
         async def through_task():
             task = asyncio.create_task(child())
             log("step", "caller")
             await task
         asyncio.run(direct())
         asyncio.run(through_task())
       )");
       Values expected(static_cast<std::size_t>(pauses + 1), "child");
       expected.insert(expected.end(), 2, "caller");
       expected.insert(expected.end(), static_cast<std::size_t>(pauses + 1), "child");
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"asyncio.await.done-no-yield", property([](Trial& trial) {
       trial.pick("rounds", 1, 20);
       const Trace trace = trial.run(R"(
         async def body():
             return 7
         async def peer(turns):
             turns.append("turn")
         async def consume():
             task, future, turns = asyncio.create_task(body()), asyncio.Future(), []
             future.set_result(7)
             await task
             other = asyncio.create_task(peer(turns))
             for _ in range(rounds):
                 await task
                 await future
             record("before", len(turns))
             await other
             record("after", len(turns))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("before"), Value(0));
       EXPECT_EQ(trace.value("after"), Value(1));
     })},

    {"asyncio.await.no-suspension-no-yield", property([](Trial& trial) {
       trial.pick("rounds", 1, 50);
       trial.pick("depth", 0, 3);
       const Trace trace = trial.run(R"(
         async def empty(levels):
             if levels > 0:
                 await empty(levels - 1)
         async def peer(turns):
             turns.append("turn")
         async def consume():
             turns = []
             other = asyncio.create_task(peer(turns))
             for _ in range(rounds):
                 await empty(depth)
             record("before", len(turns))
             await other
             record("after", len(turns))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("before"), Value(0));
       EXPECT_EQ(trace.value("after"), Value(1));
     })},

    {"asyncio.await.pending-suspends", property([](Trial& trial) {
       const auto turns = trial.pick("turns", 1, 5);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def waiter(future):
             log("step", "begin")
             value = await future
             log("step", "end")
             return value
         async def peer(future):
             for _ in range(turns):
                 log("step", "peer")
                 await asyncio.sleep(0)
             future.set_result(7)
         async def consume():
             future = asyncio.Future()
             task = asyncio.create_task(waiter(future))
             await settle()
             other = asyncio.create_task(peer(future))
             await settle()
             record("done", [task.done(), other.done()])
         asyncio.run(consume())
       )"));
       Values expected = {"begin"};
       expected.insert(expected.end(), static_cast<std::size_t>(turns), "peer");
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("step"), expected);
       EXPECT_EQ(trace.value("done"), Value(List{{true, true}}));
     }),
     property([](Trial& trial) {
       trial.pick_one("way", {"queue", "lock", "event"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
             waits = {"queue": queue.get, "lock": lock.acquire, "event": event.wait}
             async def waiter():
                 log("step", "begin")
                 await waits[way]()
                 log("step", "end")
             async def peer():
                 for _ in range(3):
                     log("step", "peer")
                     await asyncio.sleep(0)
                 queue.put_nowait(7)
                 lock.release()
                 event.set()
             await lock.acquire()
             task = asyncio.create_task(waiter())
             await settle()
             other = asyncio.create_task(peer())
             await settle()
             record("done", [task.done(), other.done()])
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("begin"), Value("peer"), Value("peer"),
                                                   Value("peer"), Value("end")));
       EXPECT_EQ(trace.value("done"), Value(List{{true, true}}));
     })
         .needs("asyncio.queue")
         .needs("asyncio.lock")
         .needs("asyncio.event")},

    {"asyncio.await.sequential", property([](Trial& trial) {
       const auto eighths = trial.pick("eighths", rc::gen::container<std::vector<std::int64_t>>(
                                                      rc::gen::inRange<std::int64_t>(0, 100)));
       const Trace trace = trial.virtual_clock().run(R"(
         async def body(number, delay):
             log("step", ["begin", number])
             await asyncio.sleep(delay)
             log("step", ["end", number])
         async def consume():
             coroutines = [body(number, eighth / 8) for number, eighth in enumerate(eighths)]
             for coroutine in coroutines:
                 await coroutine
             log("step", "all")
         asyncio.run(consume())
       )");
       Values steps;
       std::vector<double> times;
       double now = 0;
       for (std::size_t i = 0; i < eighths.size(); ++i) {
         steps.emplace_back(List{{"begin", static_cast<std::int64_t>(i)}});
         times.push_back(now);
         now += static_cast<double>(eighths[i]) / 8;
         steps.emplace_back(List{{"end", static_cast<std::int64_t>(i)}});
         times.push_back(now);
       }
       steps.emplace_back("all");
       times.push_back(now);
       EXPECT_EQ(trace.logs("step"), steps);
       EXPECT_EQ(trace.at("step"), times);
     })},

    {"asyncio.await.suspension-goes-to-loop", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const auto pauses = trial.pick("pauses", 1, 4);
       const Trace trace = trial.run(R"(
         async def nested(level):
             if level == 0:
                 for _ in range(pauses):
                     log("step", "bottom")
                     await asyncio.sleep(0)
                 log("step", "bottom")
             else:
                 await nested(level - 1)
                 log("step", level)
         async def peer():
             for _ in range(pauses):
                 log("step", "peer")
                 await asyncio.sleep(0)
         async def consume():
             chain = asyncio.create_task(nested(depth))
             other = asyncio.create_task(peer())
             await chain
             await other
         asyncio.run(consume())
       )");
       Values expected(static_cast<std::size_t>(pauses + 1), "bottom");
       for (std::int64_t level = 1; level <= depth; ++level) expected.emplace_back(level);
       Values steps = trace.logs("step");
       const auto last = std::ranges::find(steps.rbegin(), steps.rend(), Value("bottom"));
       EXPECT_EQ(std::count(last, steps.rend(), Value("peer")), pauses);
       std::erase(steps, Value("peer"));
       EXPECT_EQ(steps, expected);
     })},

    {"asyncio.await.uncontended-may-not-yield", property([](Trial& trial) {
       const auto rounds = trial.pick("rounds", 1, 50);
       const Trace trace = trial.run(R"(
         async def peer(turns):
             while "stop" not in turns:
                 turns.append("turn")
                 await asyncio.sleep(0)
         async def consume():
             turns, lock, queue = [], asyncio.Lock(), asyncio.Queue()
             other = asyncio.create_task(peer(turns))
             for _ in range(rounds):
                 await lock.acquire()
                 lock.release()
                 await queue.put(7)
                 await queue.get()
             record("turns", len(turns))
             turns.append("stop")
             await other
         asyncio.run(consume())
       )");
       const auto turns = from_value<std::int64_t>(trace.value("turns"));
       EXPECT_LE(turns, 3 * rounds);
       trial.report("turns of others in a round",
                    Value(static_cast<double>(turns) / static_cast<double>(rounds)));
     })},
};

}  // namespace
}  // namespace touchstone
