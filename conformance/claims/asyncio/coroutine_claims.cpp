// Coroutine functions and the coroutine objects that their calls give.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// `last` is done once the coroutine objects were dropped. Who names `warnings` has a process to
/// itself: nothing that another run left behind is told here.
void judge_forgotten(Trial& trial, std::string_view last) {
  constexpr std::string_view kForget = R"(
warnings.simplefilter("always")
async def forgotten():
    log("body")
for _ in range(count):
    forgotten()
)";
  const auto count = trial.pick("count", 1, 4);
  const Trace trace = trial.run(std::string(kForget).append(last));
  EXPECT_TRUE(trace.absent("body"));
  EXPECT_THAT(trace.warnings(), AllOf(SizeIs(static_cast<std::size_t>(count)),
                                      Each(::testing::StartsWith("RuntimeWarning: "))));
}

const Checks asyncio_coroutine_checks{
    {"asyncio.coroutine.call-is-lazy", property([](Trial& trial) {
       const auto calls = trial.pick("calls", 1, 4);
       const Trace trace = trial.run(R"(
         async def body():
             log("step", "body")
         async def consume():
             made = [body() for _ in range(calls)]
             unused = body()
             log("step", "called")
             for coroutine in made:
                 await coroutine
             unused.close()
         asyncio.run(consume())
       )");
       Values expected = {"called"};
       expected.insert(expected.end(), static_cast<std::size_t>(calls), "body");
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"asyncio.coroutine.call-returns-object", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             await asyncio.sleep(0)
             return 5
         async def consume():
             coroutine = body()
             record("kind", kind(coroutine))
             record("state", inspect.getcoroutinestate(coroutine))
             record("result", await coroutine)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("kind"), Value("coroutine"));
       EXPECT_EQ(trace.value("state"), Value("CORO_CREATED"));
       EXPECT_EQ(trace.value("result"), Value(5));
     })},

    {"asyncio.coroutine.closed-keeps-object", property([](Trial& trial) {
       trial.pick("pauses", 0, 3);
       const Trace trace = trial.run(R"(
         async def body():
             for _ in range(pauses):
                 await asyncio.sleep(0)
             return 5
         async def consume():
             coroutine = body()
             record("result", await coroutine)
             record("state", inspect.getcoroutinestate(coroutine))
             record("state", inspect.getcoroutinestate(coroutine))
             record("kind", kind(coroutine))
             record("frame", coroutine.cr_frame)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("result"), Value(5));
       EXPECT_THAT(trace.values("state"), ElementsAre(Value("CORO_CLOSED"), Value("CORO_CLOSED")));
       EXPECT_EQ(trace.value("kind"), Value("coroutine"));
       EXPECT_EQ(trace.value("frame"), Value());
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Token:
             def __del__(self):
                 log("step", "local gone")
         async def body():
             token = Token()
             return 5
         async def consume():
             coroutine = body()
             await coroutine
             for _ in range(3):
                 gc.collect()
             log("step", kind(coroutine))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("local gone"), Value("coroutine")));
     }).needs("runtime.collect")},

    {"asyncio.coroutine.function-vs-object", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const auto steps = trial.pick("steps", 1, 4);
       const Trace trace = trial.run(R"(
         async def body(number):
             total = 0
             for _ in range(steps):
                 total = total + number
                 await asyncio.sleep(0)
             return total
         async def consume():
             made = [body(number) for number in range(count)]
             record("function", kind(body))
             record("objects", [kind(coroutine) for coroutine in made])
             record("one object", any([made[0] is other for other in made[1:]]))
             tasks = [asyncio.create_task(coroutine) for coroutine in made]
             for task in tasks:
                 attempt("total", await task)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("function"), Value("function"));
       EXPECT_EQ(trace.value("objects"),
                 Value(List(Values(static_cast<std::size_t>(count), "coroutine"))));
       EXPECT_EQ(trace.value("one object"), Value(false));
       Values totals;
       for (std::int64_t number = 0; number < count; ++number) totals.emplace_back(number * steps);
       EXPECT_EQ(trace.values("total"), totals);
     })},

    {"asyncio.coroutine.never-awaited-reported",
     property(
         [](Trial& trial) { judge_forgotten(trial, "for _ in range(3):\n    gc.collect()\n"); })
         .times(5)
         .needs("runtime.collect"),
     property([](Trial& trial) { judge_forgotten(trial, ""); }).times(5).needs("runtime.counted")},

    {"asyncio.coroutine.runs-to-first-suspension", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto steps = trial.pick("steps", 1, 5);
       const Trace trace = trial.run(R"(
         async def body(number):
             for _ in range(steps):
                 log("step", number)
             await asyncio.sleep(0)
         async def consume():
             tasks = [asyncio.create_task(body(number)) for number in range(count)]
             for task in tasks:
                 await task
         asyncio.run(consume())
       )");
       const Values seen = trace.logs("step");
       Values blocks;
       for (const Value& number : seen)
         if (blocks.empty() || blocks.back() != number) blocks.push_back(number);
       EXPECT_THAT(seen, SizeIs(static_cast<std::size_t>(count * steps)));
       EXPECT_THAT(blocks, SizeIs(static_cast<std::size_t>(count)));
     })},

    {"asyncio.coroutine.single-use", adversary([](Trial& trial) {
       trial.pick("pauses", 0, 2);
       const Trace trace = trial.run(R"(
         async def body():
             log("entry")
             for _ in range(pauses):
                 await asyncio.sleep(0)
             return 5
         async def consume():
             coroutine = body()
             record("first", await coroutine)
             attempt("again", await coroutine)
             attempt("again", coroutine.send(None))
             attempt("again", await asyncio.create_task(coroutine))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("first"), Value(5));
       EXPECT_THAT(
           trace.outcomes("again"),
           ElementsAre(Raised("RuntimeError"), Raised("RuntimeError"), Raised("RuntimeError")));
       EXPECT_EQ(trace.count("entry"), 1u);
     })},

    {"asyncio.coroutine.stackless", property([](Trial& trial) {
       trial.pick("calls", 1, 4);
       const Trace trace = trial.run(R"(
         def helper():
             return asyncio.sleep(0)
         async def peer():
             log("step", "peer")
         async def consume():
             task = asyncio.create_task(peer())
             made = [helper() for _ in range(calls)]
             log("step", "called")
             for waiting in made:
                 await waiting
             log("step", "awaited")
             await task
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("step").front(), Value("called"));
       EXPECT_THAT(trace.logs("step"),
                   UnorderedElementsAreArray({Value("called"), Value("peer"), Value("awaited")}));
     })},

    {"asyncio.coroutine.states", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         own = []
         async def body(future):
             record("state", inspect.getcoroutinestate(own[0]))
             await future
         async def consume():
             future = asyncio.Future()
             own.append(body(future))
             record("state", inspect.getcoroutinestate(own[0]))
             task = asyncio.create_task(own[0])
             await settle()
             record("state", inspect.getcoroutinestate(own[0]))
             future.set_result(None)
             await task
             record("state", inspect.getcoroutinestate(own[0]))
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.values("state"),
                   ElementsAre(Value("CORO_CREATED"), Value("CORO_RUNNING"),
                               Value("CORO_SUSPENDED"), Value("CORO_CLOSED")));
     }),
     property([](Trial& trial) {
       const auto walk = trial.pick("walk", rc::gen::container<std::vector<std::int64_t>>(
                                                rc::gen::inRange<std::int64_t>(0, 3)));
       const Trace trace = trial.run(R"(
         class Pause:
             def __await__(self):
                 yield
         async def body():
             await Pause()
             await Pause()
         coroutine = body()
         def act(number):
             if number == 0:
                 coroutine.send(None)
             elif number == 1:
                 coroutine.throw(KeyError("of the driver"))
             else:
                 coroutine.close()
         log("state", inspect.getcoroutinestate(coroutine))
         for number in walk:
             attempt("act", act(number))
             log("state", inspect.getcoroutinestate(coroutine))
         coroutine.close()
         log("state", inspect.getcoroutinestate(coroutine))
       )");
       Values expected = {"CORO_CREATED"};
       int sent = 0;
       for (const std::int64_t number : walk) {
         sent = number == 0 ? sent + 1 : 3;
         expected.emplace_back(sent < 3 ? "CORO_SUSPENDED" : "CORO_CLOSED");
       }
       expected.emplace_back("CORO_CLOSED");
       EXPECT_EQ(trace.logs("state"), expected);
     }).needs("coroutines.custom_awaitables")},
};

}  // namespace
}  // namespace touchstone
