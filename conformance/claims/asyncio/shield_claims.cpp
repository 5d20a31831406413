// shield: the outcome of what stands behind it.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_shield_checks{
    {"asyncio.shield.inner-outcome", property([](Trial& trial) {
       const Value way = trial.pick_one("way", {"value", "error", "cancellation"});
       trial.pick_one("of", {"task", "future"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(future):
             return await future
         async def wait(inner):
             attempt("shield", await asyncio.shield(inner))
         async def consume():
             future = asyncio.Future()
             inner = asyncio.create_task(body(future)) if of == "task" else future
             waiter = asyncio.create_task(wait(inner))
             await settle()
             record("early", waiter.done())
             if way == "value":
                 future.set_result(7)
             elif way == "error":
                 future.set_exception(KeyError("inner"))
             else:
                 inner.cancel()
             await settle()
             record("late", waiter.done())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("early"), Value(false));
       EXPECT_EQ(trace.value("late"), Value(true));
       if (way == Value("value")) {
         EXPECT_THAT(trace.outcome("shield"), ValueIs(7));
       } else {
         EXPECT_THAT(trace.outcome("shield"),
                     Raised(way == Value("error") ? "KeyError" : "CancelledError"));
       }
     })},
};

}  // namespace
}  // namespace touchstone
