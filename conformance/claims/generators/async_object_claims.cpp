// The async generator as an object: what it can be asked, and how it is driven by hand.
#include "conformance/claims/claims.h"
#include "conformance/claims/generators/expected.h"

namespace touchstone {
namespace {

const Checks generators_async_object_checks{
    {"generators.async.close", property([](Trial& trial) {
       const auto pulls = trial.pick("pulls", 0, 3);
       const Trace trace = trial.run(R"(
         async def nested():
             try:
                 yield 1
                 try:
                     yield 2
                     try:
                         yield 3
                     finally:
                         await asyncio.sleep(0)
                         log("clean-up", "inner")
                 finally:
                     await asyncio.sleep(0)
                     log("clean-up", "middle")
             finally:
                 await asyncio.sleep(0)
                 log("clean-up", "outer")
         async def consume():
             own = nested()
             for _ in range(pulls):
                 await own.__anext__()
             attempt("close", await own.aclose())
             log("clean-up", "closed")
             attempt("after", await own.__anext__())
             attempt("close", await own.aclose())
             log("clean-up", "closed again")
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("clean-up"), clean_up_after(pulls));
       EXPECT_THAT(trace.outcomes("close"), ElementsAre(ValueIs(Value()), ValueIs(Value())));
       EXPECT_THAT(trace.outcome("after"), Raised("StopAsyncIteration"));
     })},

    {"generators.async.concurrent-advance", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def held(inside, release):
             inside.set_result(None)
             yield await release
             yield "later"
         async def advance(label, own, begun):
             begun.set_result(None)
             attempt(label, await own.__anext__())
         async def consume():
             inside = asyncio.Future()
             release = asyncio.Future()
             own = held(inside, release)
             first = asyncio.create_task(advance("first", own, asyncio.Future()))
             await inside
             begun = asyncio.Future()
             second = asyncio.create_task(advance("second", own, begun))
             await begun
             release.set_result("value")
             await asyncio.gather(first, second)
             attempt("next", await own.__anext__())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("first"), ValueIs("value"));
       EXPECT_THAT(trace.outcome("second"), Raised("RuntimeError"));
       EXPECT_THAT(trace.outcome("next"), ValueIs("later"));
     })},

    {"generators.async.not-awaitable", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def numbers():
             yield 1
             yield 2
         async def consume():
             own = numbers()
             attempt("object", await own)
             attempt("advance", await own.__anext__())
         asyncio.run(consume())
         attempt("run", asyncio.run(numbers()))
       )");
       EXPECT_THAT(trace.outcome("object"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("advance"), ValueIs(1));
       EXPECT_THAT(trace.outcome("run"), AnyOf(Raised("ValueError"), Raised("TypeError")));
     })},

    {"generators.async.not-sync-iterable", adversary([](Trial& trial) {
       trial.pick_one("way", {"list", "next", "loop", "iter"});
       const Trace trace = trial.run(R"(
         async def numbers():
             log("step", "body")
             yield 1
         def iterate(own):
             if way == "list":
                 list(own)
             elif way == "next":
                 next(own)
             elif way == "loop":
                 for number in own:
                     pass
             else:
                 iter(own)
         async def consume():
             attempt("iterated", iterate(numbers()))
             log("step", "iterated")
         asyncio.run(consume())
         attempt("iterated", iterate(numbers()))
       )");
       EXPECT_THAT(trace.outcomes("iterated"),
                   ElementsAre(Raised("TypeError"), Raised("TypeError")));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("iterated")));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def plain():
             log("step", "body")
             yield 1
         async def consume():
             for source in [[1, 2], plain(), (3,), "text"]:
                 with attempt("iterated"):
                     async for value in source:
                         log("step", "value")
             log("step", "end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("iterated"),
                   ElementsAre(Raised("TypeError"), Raised("TypeError"), Raised("TypeError"),
                               Raised("TypeError")));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("end")));
     })},

    {"generators.async.send-throw", property([](Trial& trial) {
       const auto sent = trial.pick("sent", arbitrary::small_integers(0, 6));
       const Trace trace = trial.run(R"(
         async def echo():
             received = "ready"
             while True:
                 received = yield received
         async def consume():
             own = echo()
             record("answer", await own.__anext__())
             for value in sent:
                 record("answer", await own.asend(value))
         asyncio.run(consume())
       )");
       Values expected = {"ready"};
       expected.insert(expected.end(), sent.begin(), sent.end());
       EXPECT_EQ(trace.values("answer"), expected);
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def catching():
             try:
                 yield 1
             except KeyError:
                 yield "caught"
             yield "not reached"
         async def consume():
             own = catching()
             await own.__anext__()
             attempt("caught", await own.athrow(KeyError("of the driver")))
             attempt("uncaught", await own.athrow(OSError("of the driver")))
             attempt("after", await own.__anext__())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("caught"), ValueIs("caught"));
       EXPECT_THAT(trace.outcome("uncaught"), Raised("OSError"));
       EXPECT_THAT(trace.outcome("after"), Raised("StopAsyncIteration"));
     })},

    {"generators.async.syntax-limits", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("value", compiles("async def numbers():\n    yield 1\n    return 2\n"))
         attempt("value", compiles("async def numbers():\n    return 2\n    yield 1\n"))
         attempt("delegation", compiles("async def numbers():\n    yield from [1, 2]\n"))
         attempt("bare", compiles("async def numbers():\n    yield 1\n    return\n"))
         async def numbers():
             yield 1
             return
             yield 2
         async def consume():
             async for number in numbers():
                 log("number", number)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("value"),
                   ElementsAre(Raised("SyntaxError"), Raised("SyntaxError")));
       EXPECT_THAT(trace.outcome("delegation"), Raised("SyntaxError"));
       EXPECT_THAT(trace.outcome("bare"), ValueIs(true));
       EXPECT_THAT(trace.logs("number"), ElementsAre(Value(1)));
     })},
};

}  // namespace
}  // namespace touchstone
