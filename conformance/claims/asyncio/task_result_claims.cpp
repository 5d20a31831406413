// What comes out of a task: values, errors, and what is asked too early.
#include "conformance/claims/asyncio/errors.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// A task or a future that ends with an error, which somebody looks at, or nobody.
constexpr std::string_view kObserve = R"(
async def fail():
    raise KeyError("of the body")
def failed():
    future = asyncio.Future()
    future.set_exception(KeyError("set"))
    return future
async def observe(way):
    future = asyncio.create_task(fail()) if of == "task" else failed()
    await asyncio.wait([future])
    if way == "await":
        attempt("look", await future)
    elif way == "gather":
        attempt("look", await asyncio.gather(future))
    elif way == "result":
        attempt("look", future.result())
    elif way == "exception":
        attempt("look", future.exception())
def report(loop, context):
    log("reported", context.get("exception"))
)";

/// Binds what `observe` needs; the name of the way of looking is `way`.
void pick_observation(Trial& trial) {
  trial.pick_one("of", {"task", "future"});
  trial.pick_one("way", {"await", "gather", "result", "exception"});
}

const Checks asyncio_task_result_checks{
    {"asyncio.task.await-repeatable", property([](Trial& trial) {
       const auto times = trial.pick("times", 1, 4);
       const Value fails = trial.pick_one("fails", {false, true});
       const Trace trace = trial.run(R"(
         async def body():
             log("entry")
             await asyncio.sleep(0)
             if fails:
                 raise KeyError("of the body")
             return 5
         async def wait(task):
             for _ in range(times):
                 attempt("await", await task)
         async def consume():
             task = asyncio.create_task(body())
             for waiter in [asyncio.create_task(wait(task)) for _ in range(2)]:
                 await waiter
             await wait(task)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.count("entry"), 1u);
       const auto outcomes = trace.outcomes("await");
       EXPECT_THAT(outcomes, SizeIs(static_cast<std::size_t>(3 * times)));
       if (fails == Value(true)) {
         EXPECT_THAT(outcomes, Each(Raised("KeyError")));
       } else {
         EXPECT_THAT(outcomes, Each(ValueIs(5)));
       }
     })},

    {"asyncio.task.await-result-or-error", property([](Trial& trial) {
       trial.pick_one("when", {"before", "while", "after"});
       const auto error = trial.pick("error", 0, 2);
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(with_settle(trial, R"(
         errors = [KeyError, ValueError, OSError]
         async def body(fails, begun, go_on):
             begun.set_result(None)
             await go_on
             if fails:
                 raise errors[error]("of the body")
             return [value]
         async def let(go_on):
             go_on.set_result(None)
         async def consume(fails):
             begun, go_on = asyncio.Future(), asyncio.Future()
             task = asyncio.create_task(body(fails, begun, go_on))
             if when != "before":
                 await begun
             helper = asyncio.create_task(let(go_on))
             if when == "after":
                 await settle()
             attempt("await", await task)
             await helper
         asyncio.run(consume(False))
         asyncio.run(consume(True))
       )"));
       EXPECT_THAT(trace.outcomes("await"),
                   ElementsAre(ValueIs(Value(List{{value}})), Raised(kErrors[error])));
     })},

    {"asyncio.task.empty-result", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def empty():
             log("entry")
         loop = asyncio.new_event_loop()
         task = loop.create_task(empty())
         attempt("run", loop.run_until_complete(task))
         attempt("run", loop.run_until_complete(task))
         loop.close()
       )");
       EXPECT_THAT(trace.outcomes("run"), ElementsAre(ValueIs(Value()), ValueIs(Value())));
       EXPECT_EQ(trace.count("entry"), 1u);
     })},

    {"asyncio.task.error-observed", property([](Trial& trial) {
       pick_observation(trial);
       const Trace trace = trial.run(std::string(kObserve) + with_settle(trial, R"(
         async def consume():
             asyncio.get_running_loop().set_exception_handler(report)
             await asyncio.create_task(observe(way))
             await settle()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.count("look"), 1u);
       EXPECT_TRUE(trace.absent("reported"));
     }),
     adversary([](Trial& trial) {
       pick_observation(trial);
       const Trace trace = trial.run(std::string(kObserve) + scenario::dedent(R"(
         async def consume():
             asyncio.get_running_loop().set_exception_handler(report)
             await asyncio.create_task(observe(way))
             await asyncio.create_task(observe("by nobody"))
             for _ in range(3):
                 gc.collect()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.count("look"), 1u);
       EXPECT_THAT(trace.logs("reported"), ElementsAre(Raised("KeyError")));
     }).needs("runtime.collect"),
     // gather raises the error of the first that fails, and sees those of the others.
     adversary([](Trial& trial) {
       const auto count = trial.pick("count", 2, 4);
       trial.pick("first", 0, count - 1);
       const Trace trace = trial.run(with_settle(trial, R"(
         def report(loop, context):
             log("reported", context.get("exception"))
         async def fail(future):
             await future
         async def observe():
             futures = [asyncio.Future() for _ in range(count)]
             gathered = asyncio.gather(*[fail(future) for future in futures])
             await settle()
             for number in [first] + list(range(count)):
                 if not futures[number].done():
                     futures[number].set_exception(KeyError(number))
                     await settle()
                     log("failed", number)
             attempt("gather", await gathered)
         async def consume():
             asyncio.get_running_loop().set_exception_handler(report)
             await asyncio.create_task(observe())
             for _ in range(3):
                 gc.collect()
             await settle()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.count("failed"), static_cast<std::size_t>(count));
       EXPECT_THAT(trace.outcome("gather"), Raised("KeyError"));
       EXPECT_TRUE(trace.absent("reported"));
     }).needs("runtime.collect")},

    {"asyncio.task.error-unobserved", property([](Trial& trial) {
       const auto steps = trial.pick("steps", 1, 6);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def fail():
             log("failing")
             raise KeyError("that nobody awaits")
         async def consume():
             task = asyncio.create_task(fail())
             for step in range(steps):
                 await asyncio.sleep(0)
                 log("step", step)
             await settle()
             return task.done()
         attempt("run", asyncio.run(consume()))
       )"));
       EXPECT_EQ(trace.count("failing"), 1u);
       EXPECT_THAT(trace.outcome("run"), ValueIs(true));
       EXPECT_EQ(trace.count("step"), static_cast<std::size_t>(steps));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def fail():
             raise KeyError("that nobody awaits")
         def report(loop, context):
             log("reported", context.get("exception"))
         async def fail_beside():
             task = asyncio.create_task(fail())
             while not task.done():
                 await asyncio.sleep(0)
         async def consume():
             asyncio.get_running_loop().set_exception_handler(report)
             await asyncio.create_task(fail_beside())
             log("reported", None)
             for _ in range(3):
                 gc.collect()
             log("end")
         asyncio.run(consume())
       )");
       Values reports = trace.logs("reported");
       std::erase(reports, Value());
       EXPECT_THAT(reports, ElementsAre(Raised("KeyError")));
     }).needs("runtime.collect")},

    {"asyncio.task.is-future", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             return 7
         def note(task):
             log("called back", task.result())
         async def consume():
             task = asyncio.create_task(body())
             record("task", asyncio.isfuture(task))
             record("done", task.done())
             task.add_done_callback(note)
             await task
             await asyncio.sleep(0)
             await asyncio.sleep(0)
             record("done", task.done())
             record("result", task.result())
             record("exception", task.exception())
             record("cancel", task.cancel())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("task"), Value(true));
       EXPECT_THAT(trace.values("done"), ElementsAre(Value(false), Value(true)));
       EXPECT_THAT(trace.logs("called back"), ElementsAre(Value(7)));
       EXPECT_EQ(trace.value("result"), Value(7));
       EXPECT_EQ(trace.value("exception"), Value());
       EXPECT_EQ(trace.value("cancel"), Value(false));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             future = concurrent.futures.Future()
             future.set_result(7)
             record("future", isinstance(future, asyncio.Future) or asyncio.isfuture(future))
             attempt("await", await future)
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("future"), Value(false));
       EXPECT_THAT(trace.outcome("await"), Raised("TypeError"));
     }).needs("futures.future")},

    {"asyncio.task.outcome-own", property([](Trial& trial) {
       trial.pick_one("way", {"result", "exception"});
       const Value when = trial.pick_one("when", {"fresh", "waiting", "finished"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(go_on):
             return await go_on
         def give(task):
             if way == "result":
                 task.set_result(8)
             else:
                 task.set_exception(KeyError("given"))
         async def consume():
             go_on = asyncio.Future()
             task = asyncio.create_task(body(go_on))
             if when != "fresh":
                 await settle()
             if when == "finished":
                 go_on.set_result(7)
                 await task
             attempt("give", give(task))
             record("done", task.done())
             if not go_on.done():
                 go_on.set_result(7)
             attempt("await", await task)
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcome("give"), Raised("RuntimeError"));
       EXPECT_EQ(trace.value("done"), Value(when == Value("finished")));
       EXPECT_THAT(trace.outcome("await"), ValueIs(7));
     })},

    {"asyncio.task.result-early", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body(begun, go_on):
             begun.set_result(None)
             return await go_on
         async def consume():
             begun, go_on = asyncio.Future(), asyncio.Future()
             task = asyncio.create_task(body(begun, go_on))
             attempt("fresh", task.result())
             await begun
             attempt("suspended", task.result())
             attempt("suspended", task.exception())
             go_on.set_result(7)
             await task
             attempt("finished", task.result())
             other = asyncio.create_task(body(asyncio.Future(), asyncio.Future()))
             other.cancel()
             attempt("cancelled just now", other.result())
             attempt("cancelled", await other)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("fresh"), Raised("InvalidStateError"));
       EXPECT_THAT(trace.outcomes("suspended"),
                   ElementsAre(Raised("InvalidStateError"), Raised("InvalidStateError")));
       EXPECT_THAT(trace.outcome("cancelled just now"), Raised("InvalidStateError"));
       EXPECT_THAT(trace.outcome("finished"), ValueIs(7));
     })},
};

}  // namespace
}  // namespace touchstone
