// What await takes, gives and refuses.
#include "conformance/claims/asyncio/errors.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_await_checks{
    {"asyncio.await.accepted-kinds", property([](Trial& trial) {
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         async def body():
             return value
         async def consume():
             future = asyncio.Future()
             future.set_result(value)
             attempt("await", await body())
             attempt("await", await future)
             attempt("await", await asyncio.create_task(body()))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("await"),
                   ElementsAre(ValueIs(value), ValueIs(value), ValueIs(value)));
     })},

    {"asyncio.await.chain-depth", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def nested(levels):
             if levels == 0:
                 return "bottom"
             return await nested(levels - 1)
         async def consume(depth):
             attempt("chain", await nested(depth))
             await asyncio.sleep(0)
             log("afterwards", await nested(5))
         for depth in [10, 100, 1000, 10000, 100000]:
             asyncio.run(consume(depth))
       )");
       const auto chains = trace.outcomes("chain");
       const auto bottom_or_refused = AnyOf(ValueIs("bottom"), Raised("RecursionError"));
       EXPECT_THAT(chains, ElementsAre(ValueIs("bottom"), bottom_or_refused, bottom_or_refused,
                                       bottom_or_refused, bottom_or_refused));
       EXPECT_EQ(trace.logs("afterwards"), Values(5, "bottom"));
     })},

    {"asyncio.await.exception", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const auto catcher = trial.pick("catcher", 1, depth);
       const auto error = trial.pick("error", 0, 2);
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, OSError]
         async def nested(level):
             try:
                 if level == 0:
                     await asyncio.sleep(0)
                     raise errors[error]("of the innermost")
                 if level == catcher:
                     attempt("caught", await nested(level - 1))
                 else:
                     await nested(level - 1)
                 log("step", ["went on", level])
             finally:
                 log("step", ["finally", level])
         asyncio.run(nested(depth))
       )");
       Values expected;
       for (std::int64_t level = 0; level <= depth; ++level) {
         if (level >= catcher) expected.emplace_back(List{{"went on", level}});
         expected.emplace_back(List{{"finally", level}});
       }
       EXPECT_THAT(trace.outcome("caught"), Raised(kErrors[error]));
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"asyncio.await.non-awaitable", adversary([](Trial& trial) {
       trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         async def consume():
             attempt("await", await value)
             attempt("await", await [value])
             attempt("await", await None)
             attempt("await", await consume)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("await"), ElementsAre(Raised("TypeError"), Raised("TypeError"),
                                                        Raised("TypeError"), Raised("TypeError")));
     })},

    {"asyncio.await.only-in-async", adversary([](Trial& trial) {
       trial.pick_one("form", {"await x", "async for y in x: pass", "async with x: pass"});
       const Trace trace = trial.run(R"(
         attempt("refused", compiles(f"{form}\n"))
         attempt("refused", compiles(f"def plain():\n    {form}\n"))
         attempt("refused", compiles(f"async def outer():\n    def plain():\n        {form}\n"))
         attempt("accepted", compiles(f"async def inside():\n    {form}\n"))
       )");
       EXPECT_THAT(
           trace.outcomes("refused"),
           ElementsAre(Raised("SyntaxError"), Raised("SyntaxError"), Raised("SyntaxError")));
       EXPECT_THAT(trace.outcome("accepted"), ValueIs(true));
     })},

    {"asyncio.await.plain-generator", adversary([](Trial& trial) {
       const auto length = trial.pick("length", 0, 4);
       const Trace trace = trial.run(R"(
         def plain():
             log("plain body")
             for number in range(length):
                 yield None
             return length
         @types.coroutine
         def marked():
             for number in range(length):
                 yield None
             return length
         async def consume():
             attempt("plain", await plain())
             attempt("marked", await marked())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("plain"), Raised("TypeError"));
       EXPECT_TRUE(trace.absent("plain body"));
       EXPECT_THAT(trace.outcome("marked"), ValueIs(length));
     })},

    {"asyncio.await.result", property([](Trial& trial) {
       trial.pick("depth", 0, 5);
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         async def nested(levels, result):
             if levels == 0:
                 await asyncio.sleep(0)
                 return result
             return await nested(levels - 1, result)
         async def nothing():
             return
         async def consume():
             token = [value]
             record("value", await nested(depth, value))
             given = await nested(depth, token)
             record("same object", given is token)
             record("nothing", await nothing())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("value"), value);
       EXPECT_EQ(trace.value("same object"), Value(true));
       EXPECT_EQ(trace.value("nothing"), Value());
     })},

    {"asyncio.await.version", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("compiled", compiles("async def body():\n    return await other()\n"))
       )");
       EXPECT_THAT(trace.outcome("compiled"), ValueIs(true));
     })},
};

}  // namespace
}  // namespace touchstone
