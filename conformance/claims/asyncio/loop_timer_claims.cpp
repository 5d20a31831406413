// Timers of the loop.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_loop_timer_checks{
    {"asyncio.loop.latency-unbounded", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             loop = asyncio.get_running_loop()
             due, end = loop.time() + 0.01, loop.create_future()
             def stay():
                 log("step", "busy")
                 while loop.time() < due + 0.25:
                     time.sleep(0.01)
                 log("step", "no longer busy")
             def fire():
                 log("step", "timer")
                 loop.call_soon_threadsafe(end.set_result, None)
             loop.call_soon(stay)
             loop.call_at(due, fire)
             await end
         asyncio.run(consume())
       )");
       const Values steps = trace.logs("step");
       EXPECT_THAT(steps,
                   AnyOf(ElementsAre(Value("busy"), Value("no longer busy"), Value("timer")),
                         ElementsAre(Value("timer"), Value("busy"), Value("no longer busy"))));
     })},

    {"asyncio.loop.timer-cancelled", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto cancelled = trial.pick("cancelled", 0, 63);
       const Value when = trial.pick_one("when", {"before", "in its turn", "late"});
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             loop, handles = asyncio.get_running_loop(), []
             def cancel():
                 for number, handle in enumerate(handles):
                     if cancelled >> number & 1:
                         handle.cancel()
             def fire(number):
                 log("fired", number)
             if when == "in its turn":
                 loop.call_at(loop.time() + 0.5, cancel)
             for number in range(count):
                 due = loop.time() + (1 if when == "before" else 0.625 + number / 8)
                 handles.append(loop.call_at(due, fire, number))
             if when == "before":
                 await asyncio.sleep(0.5)
                 cancel()
             await asyncio.sleep(3)
             if when == "late":
                 cancel()
             log("fired", "end")
         asyncio.run(consume())
       )");
       Values expected;
       for (std::int64_t number = 0; number < count; ++number) {
         const bool chosen = ((cancelled >> number) & 1) != 0;
         if (!chosen || when == Value("late")) expected.emplace_back(number);
       }
       expected.emplace_back("end");
       EXPECT_THAT(trace.logs("fired"), UnorderedElementsAreArray(expected));
     })},

    {"asyncio.loop.timer-equal-deadlines", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 40);
       const auto eighths = trial.pick("eighths", 0, 16);
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             loop = asyncio.get_running_loop()
             def fire(number):
                 log("fired", number)
             due = loop.time() + eighths / 8
             for number in range(count):
                 loop.call_at(due, fire, number)
             await asyncio.sleep(3)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("fired"), UnorderedElementsAreArray(numbers_below(count)));
       EXPECT_THAT(trace.at("fired"), Each(static_cast<double>(eighths) / 8));
     })},

    {"asyncio.loop.timer-never-early", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             loop, late = asyncio.get_running_loop(), []
             for delay in [0.001, 0.002, 0.005, 0.01]:
                 start = loop.time()
                 await asyncio.sleep(delay)
                 late.append(loop.time() - start - delay)
             record("earliest", min(late))
             record("latest", max(late))
         asyncio.run(consume())
       )");
       trial.report("earliest end of a sleep, seconds late", trace.value("earliest"));
       trial.report("latest end of a sleep, seconds late", trace.value("latest"));
     })},

    {"asyncio.loop.timer-order", property([](Trial& trial) {
       const auto keys = trial.pick("keys", arbitrary::small_integers(1, 10));
       trial.pick_one("nested", {false, true});
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             loop = asyncio.get_running_loop()
             def fire(key):
                 log("fired", key)
             def arm():
                 for key in sorted(set(keys), key=keys.index):
                     loop.call_at(20 + key / 8, fire, key)
             if nested:
                 loop.call_soon(arm)
             else:
                 arm()
             await asyncio.sleep(40)
         asyncio.run(consume())
       )");
       std::vector<std::int64_t> sorted = keys;
       std::ranges::sort(sorted);
       sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
       Values expected(sorted.begin(), sorted.end());
       EXPECT_EQ(trace.logs("fired"), expected);
     }),
     // So many cancelled ones that they are worth clearing away, while others are due.
     adversary([](Trial& trial) {
       const auto count = trial.pick("count", 1, 400);
       const auto step = trial.pick("step", 1, 400);
       trial.pick("overdue", 0, 401);
       const auto every = trial.pick("every", 1, 150);
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             loop, handles = asyncio.get_running_loop(), []
             start = loop.time()
             def fire(key):
                 log("fired", key)
             def arm():
                 for number in range(count):
                     key = number * step % 401
                     handles.append(loop.call_at(start + (key - overdue) / 8, fire, key))
                 for number in range(count):
                     if number % every:
                         handles[number].cancel()
             loop.call_soon(arm)
             await asyncio.sleep(60)
         asyncio.run(consume())
       )");
       std::vector<std::int64_t> kept;
       for (std::int64_t number = 0; number < count; number += every)
         kept.push_back(number * step % 401);
       std::ranges::sort(kept);
       EXPECT_EQ(trace.logs("fired"), Values(kept.begin(), kept.end()));
     })},

    {"asyncio.loop.timer-past-deadline", property([](Trial& trial) {
       trial.pick_one("delay", {0, -1, -0.125, -1000000});
       const Trace trace = trial.virtual_clock().run(with_settle(trial, R"(
         async def consume():
             loop = asyncio.get_running_loop()
             def fire():
                 log("fired")
             loop.call_later(delay, fire)
             await settle()
             await asyncio.sleep(1)
             log("end")
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.count("fired"), 1u);
       EXPECT_THAT(trace.at("fired"), ElementsAre(0));
     })},

    {"asyncio.loop.timer-when", property([](Trial& trial) {
       const auto start = trial.pick("start", 0, 40);
       const auto eighths = trial.pick("eighths", -8, 40);
       const Value way = trial.pick_one("way", {"after a delay", "at a time"});
       const Trace trace = trial.virtual_clock().run(R"(
         def note():
             pass
         async def consume():
             loop = asyncio.get_running_loop()
             await asyncio.sleep(start / 8)
             if way == "at a time":
                 handle = loop.call_at(eighths / 8, note)
             else:
                 handle = loop.call_later(eighths / 8, note)
             log("when", handle.when())
             await asyncio.sleep(1)
             handle.cancel()
             log("when", handle.when())
         asyncio.run(consume())
       )");
       const std::int64_t when = way == Value("at a time") ? eighths : start + eighths;
       EXPECT_THAT(trace.logs("when"), SizeIs(2));
       EXPECT_THAT(trace.logs("when"), Each(Value(static_cast<double>(when) / 8)));
     })},
};

}  // namespace
}  // namespace touchstone
