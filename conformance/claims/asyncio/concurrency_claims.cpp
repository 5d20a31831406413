// Many coroutines on one loop: whose turn it is, and what may happen at the same time.
#include <algorithm>
#include <chrono>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks asyncio_concurrency_checks{
    {"asyncio.blocking.call-stalls-loop", adversary([](Trial& trial) {
       trial.open("blocked").after(reached("blocked")).settle(20ms);
       const Trace trace = trial.run(R"(
         async def ticker(ticks):
             while "stop" not in ticks:
                 log("tick")
                 ticks.append("tick")
                 await asyncio.sleep(0)
         async def block(ticks):
             before = len(ticks)
             gate("blocked")
             log("ticks meanwhile", len(ticks) - before)
         async def consume():
             ticks = []
             task = asyncio.create_task(ticker(ticks))
             while not ticks:
                 await asyncio.sleep(0)
             asyncio.get_running_loop().call_later(0, ticks.append, "timer")
             await block(ticks)
             log("end")
             ticks.append("stop")
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("ticks meanwhile"), ElementsAre(Value(0)));
     })},

    {"asyncio.blocking.to-thread-keeps-loop",
     property([](Trial& trial) {
       const auto ticks = trial.pick("ticks", 1, 5);
       trial.open("offloaded").after(logged("tick", static_cast<int>(ticks)));
       const Trace trace = trial.run(R"(
         def blocking(fails):
             gate("offloaded")
             if fails:
                 raise KeyError("of the call")
             return [7, threading.get_ident()]
         async def ticker():
             while True:
                 log("tick")
                 await asyncio.sleep(0.001)
         async def consume():
             task = asyncio.create_task(ticker())
             value, ident = await asyncio.to_thread(blocking, False)
             record("value", value)
             record("same thread", ident == threading.get_ident())
             task.cancel()
         async def fail():
             attempt("error", await asyncio.to_thread(blocking, True))
         asyncio.run(consume())
         asyncio.run(fail())
       )");
       EXPECT_EQ(trace.value("value"), Value(7));
       EXPECT_EQ(trace.value("same thread"), Value(false));
       EXPECT_THAT(trace.outcome("error"), Raised("KeyError"));
     }).times(5)},

    {"asyncio.concurrency.deterministic-order", property([](Trial& trial) {
       trial.pick("turns", arbitrary::small_integers(2, 6));
       std::vector<Values> traces;
       for (int run = 0; run < 4; ++run) {
         const Trace trace = trial.run(R"(
           async def body(number):
               for turn in range(1 + abs(turns[number]) % 5):
                   log("turn", number)
                   await asyncio.sleep(0)
           async def consume():
               for task in [asyncio.create_task(body(number)) for number in range(len(turns))]:
                   await task
           asyncio.run(consume())
         )");
         traces.push_back(trace.logs("turn"));
       }
       EXPECT_THAT(traces, Each(traces.front()));
     })},

    {"asyncio.concurrency.not-simultaneous", property([](Trial& trial) {
       trial.pick("tasks", 1, 6);
       const Trace trace = trial.run(R"(
         async def body(inside, peaks):
             for _ in range(3):
                 inside.append("one")
                 peaks.append(len(inside))
                 inside.pop()
         async def consume():
             inside, peaks = [], []
             for task in [asyncio.create_task(body(inside, peaks)) for _ in range(tasks)]:
                 await task
             record("peak", max(peaks))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("peak"), Value(1));
     })},

    {"asyncio.concurrency.lost-update-across-await", property([](Trial& trial) {
       const auto tasks = trial.pick("tasks", 1, 20);
       const Trace trace = trial.run(R"(
         async def add(total):
             seen = total[0]
             await asyncio.sleep(0)
             total[0] = seen + 1
         async def add_locked(total, lock):
             async with lock:
                 await add(total)
         async def consume():
             bare, locked, lock = [0], [0], asyncio.Lock()
             for task in [asyncio.create_task(add(bare)) for _ in range(tasks)]:
                 await task
             for task in [asyncio.create_task(add_locked(locked, lock)) for _ in range(tasks)]:
                 await task
             record("totals", [bare[0], locked[0]])
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("totals"), Value(List{{1, tasks}}));
     })},

    {"asyncio.concurrency.no-preemption", property([](Trial& trial) {
       const auto tasks = trial.pick("tasks", 1, 5);
       const auto steps = trial.pick("steps", 1, 5);
       const Trace trace = trial.run(R"(
         async def body(number):
             for _ in range(2):
                 for _ in range(steps):
                     log("step", number)
                 await asyncio.sleep(0)
         async def consume():
             loop = asyncio.get_running_loop()
             for number in range(tasks):
                 loop.call_soon(log, "step", -1)
                 loop.call_later(0, log, "step", -2)
             for task in [asyncio.create_task(body(number)) for number in range(tasks)]:
                 await task
         asyncio.run(consume())
       )");
       Values steps_of_tasks = trace.logs("step");
       Values blocks;
       std::int64_t length = 0;
       for (const Value& number : steps_of_tasks) {
         if (length % steps != 0) {
           EXPECT_EQ(number, blocks.back());
         }
         const bool of_task = number != Value(-1) && number != Value(-2);
         length = of_task ? length + 1 : 0;
         blocks.push_back(number);
       }
       EXPECT_GE(blocks.size(), static_cast<std::size_t>(2 * tasks * steps));
     })},

    {"asyncio.concurrency.round-robin", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body(name):
             for turn in range(3):
                 log("turn", f"{name}{turn}")
                 await asyncio.sleep(0)
         async def consume():
             for task in [asyncio.create_task(body(name)) for name in "abc"]:
                 await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("turn"),
                   ElementsAre(Value("a0"), Value("b0"), Value("c0"), Value("a1"), Value("b1"),
                               Value("c1"), Value("a2"), Value("b2"), Value("c2")));
     }),
     property([](Trial& trial) {
       const auto turns = trial.pick("turns", arbitrary::small_integers(1, 6));
       const Trace trace = trial.run(R"(
         async def body(number):
             for turn in range(abs(turns[number]) % 7):
                 log("turn", number, turn)
                 await asyncio.sleep(0)
         async def consume():
             for task in [asyncio.create_task(body(number)) for number in range(len(turns))]:
                 await task
             log("turn", -1, -1)
         asyncio.run(consume())
       )");
       Values expected;
       for (std::int64_t turn = 0; turn < 7; ++turn)
         for (std::size_t number = 0; number < turns.size(); ++number)
           if (turn < std::abs(turns[number]) % 7)
             expected.emplace_back(Tuple{{static_cast<std::int64_t>(number), turn}});
       expected.emplace_back(Tuple{{-1, -1}});
       EXPECT_EQ(trace.log_rows("turn"), expected);
     })},

    {"asyncio.concurrency.single-thread", property([](Trial& trial) {
                                            const auto tasks = trial.pick("tasks", 1, 50);
                                            const Trace trace = trial.run(R"(
         async def body(future, seen):
             seen.append(threading.get_ident())
             await asyncio.sleep(0)
             seen.append(threading.get_ident())
             await future
             seen.append(threading.get_ident())
             await asyncio.sleep(0.001)
             seen.append(threading.get_ident())
         async def consume():
             future, seen = asyncio.Future(), []
             made = [asyncio.create_task(body(future, seen)) for _ in range(tasks)]
             await asyncio.sleep(0)
             future.set_result(None)
             for task in made:
                 await task
             record("resumptions", len(seen))
             record("threads", [len(set(seen)), seen[0] == threading.get_ident()])
         asyncio.run(consume())
       )");
                                            EXPECT_EQ(trace.value("resumptions"), Value(4 * tasks));
                                            EXPECT_EQ(trace.value("threads"),
                                                      Value(List{{1, true}}));
                                          }).times(5)},

    {"asyncio.concurrency.waits-overlap", property([](Trial& trial) {
       const auto eighths = trial.pick("eighths", arbitrary::small_integers(1, 12));
       const Trace trace = trial.virtual_clock().run(R"(
         async def wait(eighth):
             await asyncio.sleep(abs(eighth) / 8)
         async def consume():
             log("time")
             for task in [asyncio.create_task(wait(eighth)) for eighth in eighths]:
                 await task
             log("time")
             await asyncio.gather(*[wait(eighth) for eighth in eighths])
             log("time")
         asyncio.run(consume())
       )");
       double longest = 0;
       for (const std::int64_t eighth : eighths)
         longest = std::max(longest, static_cast<double>(std::abs(eighth)) / 8);
       EXPECT_THAT(trace.at("time"), ElementsAre(0, longest, 2 * longest));
     }),
     example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             await asyncio.gather(*[asyncio.sleep(0.125) for _ in range(1000)])
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.at("end"), ElementsAre(0.125));
     })},

    {"asyncio.module.facilities", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             loop, lock, event = asyncio.get_running_loop(), asyncio.Lock(), asyncio.Event()
             semaphore, queue = asyncio.BoundedSemaphore(1), asyncio.Queue()
             condition = asyncio.Condition()
             async with lock, condition, semaphore, asyncio.Semaphore(1):
                 event.set()
                 await event.wait()
             await queue.put(7)
             record("queue", await queue.get())
             future = loop.create_future()
             loop.call_soon(future.set_result, 8)
             record("future", await future)
             task = asyncio.create_task(asyncio.sleep(0, 9))
             record("task", await task)
             other = asyncio.create_task(asyncio.sleep(0))
             record("cancel", other.cancel())
             attempt("cancelled", await other)
             record("protocols", issubclass(asyncio.DatagramProtocol, asyncio.BaseProtocol)
                    and issubclass(asyncio.Protocol, asyncio.BaseProtocol))
             reader = asyncio.StreamReader()
             reader.feed_data(b"data")
             record("stream", await reader.read(4))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("queue"), Value(7));
       EXPECT_EQ(trace.value("future"), Value(8));
       EXPECT_EQ(trace.value("task"), Value(9));
       EXPECT_EQ(trace.value("cancel"), Value(true));
       EXPECT_THAT(trace.outcome("cancelled"), Raised("CancelledError"));
       EXPECT_EQ(trace.value("protocols"), Value(true));
       EXPECT_EQ(trace.value("stream"), Value(Bytes{"data"}));
     })},
};

}  // namespace
}  // namespace touchstone
