// Cancellation: a request to a task, which arrives where the task is suspended.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_cancel_checks{
    {"asyncio.cancel.awaiter-sees-cancelled", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 4);
       const Trace trace = trial.run(R"(
         async def park():
             await asyncio.Future()
         async def wait(task):
             attempt("await", await task)
         async def consume():
             task = asyncio.create_task(park())
             waiting = [asyncio.create_task(wait(task)) for _ in range(waiters)]
             await asyncio.sleep(0)
             task.cancel()
             await wait(task)
             for waiter in waiting:
                 await waiter
             attempt("result", task.result())
             attempt("result", task.exception())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("await"), SizeIs(static_cast<std::size_t>(waiters + 1)));
       EXPECT_THAT(trace.outcomes("await"), Each(Raised("CancelledError")));
       EXPECT_THAT(trace.outcomes("result"),
                   ElementsAre(Raised("CancelledError"), Raised("CancelledError")));
     })},

    {"asyncio.cancel.before-start", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto pattern = trial.pick("pattern", 1, 63);
       const Trace trace = trial.run(R"(
         async def body(number):
             log("ran", number)
             await asyncio.sleep(0)
             log("went on", number)
         async def consume():
             tasks = [asyncio.create_task(body(number)) for number in range(count)]
             for number, task in enumerate(tasks):
                 if pattern >> number & 1:
                     task.cancel()
             for task in tasks:
                 attempt("await", await task)
             for number, task in enumerate(tasks):
                 if task.cancelled():
                     log("cancelled", number)
             log("ran", "end")
             log("cancelled", "end")
         asyncio.run(consume())
       )");
       Values ran = chosen(count, pattern, false);
       ran.emplace_back("end");
       Values cancelled = chosen(count, pattern, true);
       cancelled.emplace_back("end");
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(ran));
       EXPECT_EQ(trace.logs("cancelled"), cancelled);
     })},

    {"asyncio.cancel.deferred", property([](Trial& trial) {
       const auto peers = trial.pick("peers", 0, 3);
       const Trace trace = trial.run(R"(
         async def park(begun):
             try:
                 begun.set_result(None)
                 await asyncio.Future()
             finally:
                 log("event", "clean-up")
         async def peer():
             log("peer")
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(park(begun))
             await begun
             others = [asyncio.create_task(peer()) for _ in range(peers)]
             record("request", task.cancel())
             record("at once", [task.done(), task.cancelled()])
             log("event", "requested")
             attempt("await", await task)
             record("later", [task.done(), task.cancelled()])
             for other in others:
                 await other
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("request"), Value(true));
       EXPECT_EQ(trace.value("at once"), Value(List{{false, false}}));
       EXPECT_EQ(trace.value("later"), Value(List{{true, true}}));
       EXPECT_THAT(trace.logs("event"), ElementsAre(Value("requested"), Value("clean-up")));
       EXPECT_EQ(trace.count("peer"), static_cast<std::size_t>(peers));
     })},

    {"asyncio.cancel.delivered-at-suspension", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 0, 6);
       const Trace trace = trial.run(R"(
         async def nested(level, begun):
             try:
                 if level == 0:
                     begun.set_result(None)
                     await asyncio.Future()
                 else:
                     await nested(level - 1, begun)
                 log("step", "went on")
             except asyncio.CancelledError:
                 log("step", ["handler", level])
                 raise
             finally:
                 log("step", ["finally", level])
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(nested(depth, begun))
             await begun
             log("step", "cancel")
             task.cancel()
             attempt("await", await task)
         asyncio.run(consume())
       )");
       Values expected = {"cancel"};
       for (std::int64_t level = 0; level <= depth; ++level) {
         expected.emplace_back(List{{"handler", level}});
         expected.emplace_back(List{{"finally", level}});
       }
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"asyncio.cancel.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def long_running_task():
             try:
                 log("print", "Task started")
                 await asyncio.sleep(10)
             except asyncio.CancelledError:
                 log("print", "Task was cancelled")
                 raise
         async def cancel_it():
             task = asyncio.create_task(long_running_task())
             await asyncio.sleep(1)
             task.cancel()
             try:
                 await task
             except asyncio.CancelledError:
                 log("print", "Task cancellation handled")
             log("end")
         asyncio.run(cancel_it())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("Task started"), Value("Task was cancelled"),
                               Value("Task cancellation handled")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1, 1));
       EXPECT_THAT(trace.at("end"), ElementsAre(1));
     })},

    {"asyncio.cancel.finished-refused", property([](Trial& trial) {
       const Value way = trial.pick_one("way", {"value", "error", "cancellation"});
       const Trace trace = trial.run(R"(
         async def body():
             if way == "error":
                 raise KeyError("of the body")
             if way == "cancellation":
                 raise asyncio.CancelledError()
             return 7
         async def consume():
             task = asyncio.create_task(body())
             attempt("outcome", await task)
             record("cancel", task.cancel())
             record("cancelled", task.cancelled())
             attempt("outcome", task.result())
             attempt("outcome", await task)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("cancel"), Value(false));
       EXPECT_EQ(trace.value("cancelled"), Value(way == Value("cancellation")));
       const auto outcomes = trace.outcomes("outcome");
       EXPECT_THAT(outcomes, SizeIs(3));
       if (way == Value("value")) {
         EXPECT_THAT(outcomes, Each(ValueIs(7)));
       } else {
         EXPECT_THAT(outcomes, Each(Raised(way == Value("error") ? "KeyError" : "CancelledError")));
       }
     })},

    {"asyncio.cancel.message", property([](Trial& trial) {
       const Value message = trial.pick_one("message", {"why", "", 7, Tuple{{1, 2}}});
       trial.pick_one("asks", {"main", "the task"});
       const Trace trace = trial.run(R"(
         async def park(begun):
             begun.set_result(None)
             try:
                 if asks == "the task":
                     asyncio.current_task().cancel(message)
                 await asyncio.Future()
             except asyncio.CancelledError as error:
                 log("arguments", list(error.args))
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(park(begun))
             await begun
             if asks == "main":
                 task.cancel(message)
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("arguments"), ElementsAre(Value(List{{message}})));
     }),
     // Whatever the request passes through on its way. Up to Python 3.10 what comes out of another
     // task, also by gather, has the error with the message as its context.
     adversary([](Trial& trial) {
       const Value message = trial.pick_one("message", {"why", 7});
       trial.pick_one("waits", {"task", "gather", "shield", "wait_for"});
       const Trace trace = trial.run(R"(
         async def inner(begun):
             begun.set_result(None)
             await asyncio.Future()
         def awaited(begun):
             if waits == "wait_for":
                 return asyncio.wait_for(inner(begun), 1000)
             task = asyncio.create_task(inner(begun))
             if waits == "gather":
                 return asyncio.gather(task)
             return asyncio.shield(task) if waits == "shield" else task
         async def park(begun):
             try:
                 await awaited(begun)
             except asyncio.CancelledError as error:
                 inherits = waits in ["task", "gather"] and not error.args
                 log("arguments", list((error.__context__ if inherits else error).args))
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(park(begun))
             await begun
             task.cancel(message)
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("arguments"), ElementsAre(Value(List{{message}})));
     })
         .needs("asyncio.gather")
         .needs("asyncio.wait_for")},

    {"asyncio.cancel.not-ordinary-error", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def park(begun):
             begun.set_result(None)
             try:
                 await asyncio.Future()
             except Exception:
                 log("caught as an ordinary error")
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(park(begun))
             await begun
             task.cancel()
             with attempt("await"):
                 try:
                     await task
                 except Exception:
                     log("caught as an ordinary error")
             record("cancelled", task.cancelled())
             record("is ordinary", issubclass(asyncio.CancelledError, Exception))
         asyncio.run(consume())
       )");
       EXPECT_TRUE(trace.absent("caught as an ordinary error"));
       EXPECT_EQ(trace.value("cancelled"), Value(true));
       EXPECT_EQ(trace.value("is ordinary"), Value(false));
     })},

    {"asyncio.cancel.running-until-suspension",
     adversary([](Trial& trial) {
       trial.open("inside").after(logged("requested"));
       const Value suspends = trial.pick_one("suspends", {false, true});
       const Trace trace = trial.run(R"(
         def request(loop, task):
             loop.call_soon_threadsafe(task.cancel)
             log("requested")
         async def work(threads):
             try:
                 threads[0].start()
                 gate("inside")
                 log("step", "ran on")
                 if suspends:
                     await asyncio.Future()
                 return 7
             except asyncio.CancelledError:
                 log("step", "cancelled")
                 raise
         async def consume():
             threads = []
             task = asyncio.create_task(work(threads))
             loop = asyncio.get_running_loop()
             thread = threading.Thread(target=request, args=(loop, task))
             threads.append(thread)
             attempt("await", await task)
             thread.join()
         attempt("run", asyncio.run(consume()))
       )");
       EXPECT_THAT(trace.outcome("run"), ValueIs(Value()));
       if (suspends == Value(true)) {
         EXPECT_THAT(trace.logs("step"), ElementsAre(Value("ran on"), Value("cancelled")));
         EXPECT_THAT(trace.outcome("await"), Raised("CancelledError"));
       } else {
         EXPECT_THAT(trace.logs("step"), ElementsAre(Value("ran on")));
         EXPECT_THAT(trace.outcome("await"), ValueIs(7));
       }
     }).times(6)},

    {"asyncio.cancel.swallow", property([](Trial& trial) {
       const Value swallows = trial.pick_one("swallows", {false, true});
       const Trace trace = trial.run(R"(
         async def park(begun):
             begun.set_result(None)
             try:
                 await asyncio.Future()
             except asyncio.CancelledError:
                 if not swallows:
                     raise
             await asyncio.sleep(0)
             return 7
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(park(begun))
             await begun
             task.cancel()
             attempt("await", await task)
             record("cancelled", task.cancelled())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("cancelled"), Value(swallows == Value(false)));
       if (swallows == Value(true)) {
         EXPECT_THAT(trace.outcome("await"), ValueIs(7));
       } else {
         EXPECT_THAT(trace.outcome("await"), Raised("CancelledError"));
       }
     })},
};

}  // namespace
}  // namespace touchstone
