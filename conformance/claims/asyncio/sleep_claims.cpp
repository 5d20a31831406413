// sleep: how long, how many turns for others, and what it gives.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_sleep_checks{
    {"asyncio.sleep.negative", property([](Trial& trial) {
       const auto eighths = trial.pick("eighths", -80, -1);
       const Trace trace = trial.virtual_clock().run(R"(
         async def peer():
             log("step", "peer")
         async def consume():
             task = asyncio.create_task(peer())
             log("step", "begin")
             await asyncio.sleep(eighths / 8)
             log("step", "end")
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("begin"), Value("peer"), Value("end")));
       EXPECT_THAT(trace.at("step"), Each(0.0));
       EXPECT_LT(eighths, 0);
     })},

    {"asyncio.sleep.result", property([](Trial& trial) {
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         async def consume():
             for delay in [0, 0.001, -1]:
                 record("with", await asyncio.sleep(delay, value))
                 record("without", await asyncio.sleep(delay))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.values("with"), ElementsAre(value, value, value));
       EXPECT_THAT(trace.values("without"), ElementsAre(Value(), Value(), Value()));
     })},

    {"asyncio.sleep.zero-yields-once", property([](Trial& trial) {
       const auto peers = trial.pick("peers", 1, 5);
       const auto sleeps = trial.pick("sleeps", 1, 5);
       const Trace trace = trial.run(R"(
         async def peer(turns, own):
             while "stop" not in turns:
                 turns.append(own)
                 await asyncio.sleep(0)
         async def consume():
             turns = []
             tasks = [asyncio.create_task(peer(turns, number)) for number in range(peers)]
             for _ in range(sleeps):
                 before = len(turns)
                 await asyncio.sleep(0)
                 log("turns", sorted(turns[before:]))
             turns.append("stop")
             for task in tasks:
                 await task
         asyncio.run(consume())
       )");
       const Values once = numbers_below(peers);
       EXPECT_EQ(trace.logs("turns"), Values(static_cast<std::size_t>(sleeps), Value(List(once))));
     })},
};

}  // namespace
}  // namespace touchstone
