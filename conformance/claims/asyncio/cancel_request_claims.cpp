// Requests for cancellation: by the task itself, again, through other tasks, counted.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_cancel_request_checks{
    {"asyncio.cancel.before-resumption", property([](Trial& trial) {
       trial.pick_one("outcome", {"result", "exception"});
       trial.pick_one("asks", {"main", "callback"});
       trial.pick_one("of", {"future", "task"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def inner(future):
             await future
         async def body(awaited):
             try:
                 await awaited
                 log("step", "went on")
             except KeyError:
                 log("step", "error")
             except asyncio.CancelledError:
                 log("step", "cancelled")
                 raise
         async def consume():
             future, tasks = asyncio.Future(), []
             awaited = asyncio.create_task(inner(future)) if of == "task" else future
             def request(finished):
                 record("request", tasks[0].cancel())
             if asks == "callback":
                 awaited.add_done_callback(request)
             tasks.append(asyncio.create_task(body(awaited)))
             await settle()
             if outcome == "result":
                 future.set_result(None)
             else:
                 future.set_exception(KeyError("set"))
             if asks == "main":
                 request(future)
             await settle()
             record("cancelled", tasks[0].cancelled())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("request"), Value(true));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("cancelled")));
       EXPECT_EQ(trace.value("cancelled"), Value(true));
     })},

    {"asyncio.cancel.message-to-awaiter", property([](Trial& trial) {
       const Value message = trial.pick_one("message", {"why", "", 7, Tuple{{1, 2}}});
       trial.pick_one("when", {"fresh", "waiting", "running"});
       const Trace trace = trial.run(R"(
         async def park(begun):
             begun.set_result(None)
             if when == "running":
                 asyncio.current_task().cancel(message)
             await asyncio.Future()
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(park(begun))
             if when != "fresh":
                 await begun
             if when != "running":
                 task.cancel(message)
             try:
                 await task
             except asyncio.CancelledError as error:
                 told = error if error.args else error.__context__
                 log("arguments", list(told.args) if told else [])
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("arguments"), ElementsAre(Value(List{{message}})));
     })},

    {"asyncio.cancel.of-itself", property([](Trial& trial) {
       const Value fails = trial.pick_one("fails", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(future):
             record("request", asyncio.current_task().cancel())
             log("step", "ran on")
             if fails:
                 raise KeyError("own")
             try:
                 await future
                 log("step", "went on")
             except asyncio.CancelledError:
                 log("step", "cancelled")
                 raise
         async def consume():
             future = asyncio.Future()
             task = asyncio.create_task(body(future))
             await settle()
             record("early", task.done())
             if not future.done():
                 future.set_result(None)
             attempt("await", await task)
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("request"), Value(true));
       EXPECT_EQ(trace.value("early"), Value(true));
       if (fails == Value(true)) {
         EXPECT_THAT(trace.logs("step"), ElementsAre(Value("ran on")));
         EXPECT_THAT(trace.outcome("await"), Raised("KeyError"));
       } else {
         EXPECT_THAT(trace.logs("step"), ElementsAre(Value("ran on"), Value("cancelled")));
         EXPECT_THAT(trace.outcome("await"), Raised("CancelledError"));
       }
     })},

    {"asyncio.cancel.repeated", property([](Trial& trial) {
       const auto caught = trial.pick("caught", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(futures):
             for future in futures[:-1]:
                 try:
                     await future
                 except asyncio.CancelledError:
                     log("caught")
             await futures[-1]
         async def consume():
             futures = [asyncio.Future() for _ in range(caught + 1)]
             task = asyncio.create_task(body(futures))
             await settle()
             for _ in futures:
                 record("cancel", task.cancel())
                 await settle()
                 log("done", task.done())
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             attempt("await", await task)
         asyncio.run(consume())
       )"));
       Values done(static_cast<std::size_t>(caught), Value(false));
       done.emplace_back(true);
       EXPECT_EQ(trace.values("cancel"), Values(done.size(), Value(true)));
       EXPECT_EQ(trace.count("caught"), static_cast<std::size_t>(caught));
       EXPECT_EQ(trace.logs("done"), done);
       EXPECT_THAT(trace.outcome("await"), Raised("CancelledError"));
     })},

    {"asyncio.cancel.requests-counted", property([](Trial& trial) {
       const auto withdraws = trial.pick("withdraws", one_way_each(2));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(futures):
             for future in futures:
                 try:
                     await future
                 except asyncio.CancelledError:
                     log("caught")
         async def consume():
             futures = [asyncio.Future() for _ in range(len(withdraws) + 1)]
             task = asyncio.create_task(body(futures))
             await settle()
             log("open", task.cancelling())
             for withdrawal in withdraws:
                 if withdrawal:
                     log("open", task.uncancel())
                 else:
                     task.cancel()
                     await settle()
                     log("open", task.cancelling())
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             await task
             task.cancel()
             log("open", task.cancelling())
         asyncio.run(consume())
       )"));
       std::int64_t open = 0;
       Values expected{open};
       for (const std::int64_t withdrawal : withdraws) {
         if (withdrawal == 0) {
           ++open;
         } else if (open > 0) {
           --open;
         }
         expected.emplace_back(open);
       }
       expected.emplace_back(open);
       EXPECT_EQ(trace.logs("open"), expected);
     })},

    {"asyncio.cancel.through-tasks", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 4);
       const Value swallows = trial.pick_one("swallows", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def inner(future):
             try:
                 await future
             except asyncio.CancelledError:
                 log("step", 0)
                 if not swallows:
                     raise
             return 0
         async def outer(level, task):
             try:
                 value = await task
             except asyncio.CancelledError:
                 log("step", level)
                 raise
             await asyncio.sleep(0)
             return value + 1
         async def consume():
             tasks = [asyncio.create_task(inner(asyncio.Future()))]
             for level in range(1, depth + 1):
                 tasks.append(asyncio.create_task(outer(level, tasks[-1])))
             await settle()
             tasks[-1].cancel()
             await settle()
             record("cancelled", [task.cancelled() for task in tasks])
             attempt("await", await tasks[-1])
         asyncio.run(consume())
       )"));
       const bool ends = swallows == Value(false);
       EXPECT_EQ(trace.logs("step"), numbers_below(ends ? depth + 1 : 1));
       EXPECT_EQ(trace.value("cancelled"),
                 Value(List{Values(static_cast<std::size_t>(depth + 1), Value(ends))}));
       if (ends) {
         EXPECT_THAT(trace.outcome("await"), Raised("CancelledError"));
       } else {
         EXPECT_THAT(trace.outcome("await"), ValueIs(depth));
       }
     })},
};

}  // namespace
}  // namespace touchstone
