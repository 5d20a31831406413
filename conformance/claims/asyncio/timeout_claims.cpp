// timeout: a limit of time on a block.
#include <algorithm>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_timeout_checks{
    {"asyncio.timeout.expiry", property([](Trial& trial) {
       const auto scopes = trial.pick("scopes", 1, 3);
       const Value limit = trial.pick_one("limit", {0, -1, 1000, Value()});
       const Trace trace = trial.run(R"(
         async def wait(scope, task):
             try:
                 if limit is None or limit > 0:
                     await asyncio.sleep(0)
                 else:
                     await asyncio.Future()
             finally:
                 log("inside", [scope.expired(), task.cancelling()])
         async def consume():
             task = asyncio.current_task()
             for _ in range(scopes):
                 with attempt("block"):
                     async with asyncio.timeout(limit) as scope:
                         await wait(scope, task)
                 log("behind", [scope.expired(), task.cancelling()])
                 await asyncio.sleep(0)
         asyncio.run(consume())
       )");
       const auto count = static_cast<std::size_t>(scopes);
       const bool over = limit == Value(0) || limit == Value(-1);
       const std::int64_t open = over ? 1 : 0;
       EXPECT_EQ(trace.logs("inside"), Values(count, Value(List{{over, open}})));
       EXPECT_EQ(trace.logs("behind"), Values(count, Value(List{{over, 0}})));
       if (over) {
         EXPECT_THAT(trace.outcomes("block"), Each(Raised("TimeoutError")));
       } else {
         EXPECT_THAT(trace.outcomes("block"), Each(ValueIs(_)));
       }
     })},

    {"asyncio.timeout.foreign-cancel", property([](Trial& trial) {
       const auto scopes = trial.pick("scopes", 1, 3);
       const Trace trace = trial.run(R"(
         async def body(level, begun):
             if level == 0:
                 begun.set_result(None)
                 await asyncio.Future()
             try:
                 async with asyncio.timeout(1000) as scope:
                     await body(level - 1, begun)
             finally:
                 log("expired", scope.expired())
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(body(scopes, begun))
             await begun
             task.cancel()
             attempt("await", await task)
             record("cancelled", task.cancelled())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("await"), Raised("CancelledError"));
       EXPECT_EQ(trace.value("cancelled"), Value(true));
       EXPECT_EQ(trace.logs("expired"), Values(static_cast<std::size_t>(scopes), Value(false)));
     })},

    {"asyncio.timeout.reschedule", property([](Trial& trial) {
       const auto at = trial.pick("at", 0, 8);
       trial.pick("margin", 1, 8);
       const auto deadline = trial.pick("deadline", 0, 24);
       const Value limited = trial.pick_one("limited", {false, true});
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             start = asyncio.get_running_loop().time()
             with attempt("block"):
                 async with asyncio.timeout((at + margin) / 8) as scope:
                     await asyncio.sleep(at / 8)
                     scope.reschedule(start + deadline / 8 if limited else None)
                     await asyncio.sleep(100)
             record("expired", scope.expired())
             await asyncio.sleep(100)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("expired"), limited);
       if (limited == Value(true)) {
         EXPECT_THAT(trace.outcome("block"), Raised("TimeoutError"));
         EXPECT_THAT(trace.at("block"),
                     ElementsAre(static_cast<double>(std::max(at, deadline)) / 8));
       } else {
         EXPECT_THAT(trace.outcome("block"), ValueIs(_));
         EXPECT_THAT(trace.at("block"), ElementsAre(static_cast<double>(at) / 8 + 100));
       }
     }),
     // To a time that is past: at once.
     adversary([](Trial& trial) {
       const auto at = trial.pick("at", 1, 8);
       trial.pick("by", 1, at);
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             loop = asyncio.get_running_loop()
             with attempt("block"):
                 async with asyncio.timeout(100) as scope:
                     await asyncio.sleep(at / 8)
                     scope.reschedule(loop.time() - by / 8)
                     await asyncio.sleep(50)
             record("expired", scope.expired())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("block"), Raised("TimeoutError"));
       EXPECT_THAT(trace.at("block"), ElementsAre(static_cast<double>(at) / 8));
       EXPECT_EQ(trace.value("expired"), Value(true));
     })},
};

}  // namespace
}  // namespace touchstone
