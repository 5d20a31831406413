// wait: which of several tasks are done, at the first, at the first error, or when all are.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_wait_checks{
    {"asyncio.wait.bad-mode", property([](Trial& trial) {
       trial.pick_one("mode", {"SOME_COMPLETED", "", "all", 5});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(future):
             return await future
         async def wait(tasks):
             attempt("wait", await asyncio.wait(tasks, return_when=mode))
         async def consume():
             future = asyncio.Future()
             task = asyncio.create_task(body(future))
             waiter = asyncio.create_task(wait([task]))
             await settle()
             future.set_result(7)
             attempt("task", await task)
             await waiter
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcome("wait"), Raised("ValueError"));
       EXPECT_THAT(trace.outcome("task"), ValueIs(7));
     })},

    {"asyncio.wait.bare-coroutines", property([](Trial& trial) {
       const auto beside = trial.pick("beside", 0, 2);
       const Trace trace = trial.run(R"(
         async def body():
             return 7
         async def consume():
             members, coroutine = [], body()
             things = [asyncio.create_task(body()) for _ in range(beside)] + [coroutine]
             try:
                 done, pending = await asyncio.wait(things)
                 members = list(done) + list(pending)
             except TypeError:
                 log("refused")
                 coroutine.close()
             record("tasks alone", all([isinstance(member, asyncio.Task) for member in members]))
             record("members", len(members))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("tasks alone"), Value(true));
       EXPECT_EQ(trace.value("members"), Value(trace.absent("refused") ? beside + 1 : 0));
     })},

    {"asyncio.wait.cancelled", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       trial.pick_one("mode", {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(number, future):
             await future
             return number
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(*pair)) for pair in enumerate(futures)]
             waiter = asyncio.create_task(asyncio.wait(tasks, return_when=mode))
             await settle()
             waiter.cancel()
             await settle()
             record("cancelled", waiter.cancelled())
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             for task in tasks:
                 attempt("task", await task)
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("cancelled"), Value(true));
       EXPECT_EQ(trace.values("task"), numbers_below(count));
     })},

    {"asyncio.wait.duplicates", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       trial.pick("extras", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         async def body(number):
             await asyncio.sleep(0)
             return number
         async def consume():
             tasks = [asyncio.create_task(body(number)) for number in range(count)]
             given = tasks + [tasks[extra % count] for extra in extras]
             done, pending = await asyncio.wait(given)
             record("results", sorted([task.result() for task in done]))
             record("sizes", [len(done), len(pending)])
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("results"), Value(List{numbers_below(count)}));
       EXPECT_EQ(trace.value("sizes"), Value(List{{count, 0}}));
     })},

    {"asyncio.wait.empty-input", adversary([](Trial& trial) {
       trial.pick_one("given", {"list", "set"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(nothing):
             attempt("wait", await asyncio.wait(nothing))
         async def consume():
             waiter = asyncio.create_task(wait([] if given == "list" else set()))
             await settle()
             record("done", waiter.done())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.outcome("wait"), Raised("ValueError"));
     })},

    {"asyncio.wait.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def print_after(delay, text):
             await asyncio.sleep(delay)
             log("print", text)
         async def consume():
             first = asyncio.create_task(print_after(1, "Hello"))
             second = asyncio.create_task(print_after(2, "World"))
             done, pending = await asyncio.wait([first, second])
             for task in done:
                 log("print", f"Task completed: {task.result()}")
             record("pending", len(pending))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("Hello"), Value("World"), Value("Task completed: None"),
                               Value("Task completed: None")));
       EXPECT_THAT(trace.at("print"), ElementsAre(1, 2, 2, 2));
       EXPECT_EQ(trace.value("pending"), Value(0));
     })},

    {"asyncio.wait.first-completed", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto victim = trial.pick("first", 0, 4) % count;
       const Value already = trial.pick_one("already", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(number, future):
             try:
                 await future
                 return number
             except asyncio.CancelledError:
                 log("cancelled", number)
                 raise
         async def wait(tasks):
             sets = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
             log("done", sorted([tasks.index(task) for task in sets[0]]))
             log("pending", sorted([tasks.index(task) for task in sets[1]]))
             log("still", all([not task.done() for task in sets[1]]))
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(*pair)) for pair in enumerate(futures)]
             if already:
                 futures[first % count].set_result(None)
                 await settle()
             waiter = asyncio.create_task(wait(tasks))
             await settle()
             record("early", waiter.done())
             if not already:
                 futures[first % count].set_result(None)
                 await settle()
             record("late", waiter.done())
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             for task in tasks:
                 attempt("task", await task)
             await waiter
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("early"), already);
       EXPECT_EQ(trace.value("late"), Value(true));
       EXPECT_THAT(trace.logs("done"), ElementsAre(Value(List{chosen(count, 1 << victim, true)})));
       EXPECT_THAT(trace.logs("pending"),
                   ElementsAre(Value(List{chosen(count, 1 << victim, false)})));
       EXPECT_THAT(trace.logs("still"), ElementsAre(Value(true)));
       EXPECT_TRUE(trace.absent("cancelled"));
       EXPECT_EQ(trace.values("task"), numbers_below(count));
     })},

    {"asyncio.wait.first-exception", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto completed = trial.pick("completed", 0, 31);
       trial.pick("cancelled", 0, 31);
       const auto start = trial.pick("start", 0, 2);
       const auto victim = trial.pick("failing", 0, 4) % count;
       const Value fails = trial.pick_one("fails", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(futures):
             sets = []
             with attempt("wait"):
                 sets = await asyncio.wait(futures, return_when=asyncio.FIRST_EXCEPTION)
             for members in sets:
                 log("members", sorted([futures.index(future) for future in members]))
         def end(futures, numbers):
             for number in numbers:
                 if cancelled >> number & 1:
                     futures[number].cancel()
                 else:
                     futures[number].set_result(None)
         async def consume():
             futures, waiters = [asyncio.Future() for _ in range(count)], []
             some = [n for n in range(count) if completed >> n & 1 and n != failing % count]
             for step in range(3):
                 if step == 1:
                     end(futures, some)
                 elif step == 2 and fails:
                     futures[failing % count].set_exception(KeyError("first"))
                 elif step == 2:
                     end(futures, [n for n in range(count) if n not in some])
                 if step == start:
                     waiters.append(asyncio.create_task(wait(futures)))
                 await settle()
                 log("over", [waiter.done() for waiter in waiters])
         asyncio.run(consume())
       )"));
       const auto done = fails == Value(true) ? completed | (1 << victim) : 31;
       Values over;
       for (std::int64_t step = 0; step < 3; ++step)
         over.emplace_back(step < start ? List{} : List{{step == 2}});
       EXPECT_EQ(trace.logs("over"), over);
       EXPECT_THAT(trace.outcome("wait"), ValueIs(_));
       EXPECT_THAT(trace.logs("members"), ElementsAre(Value(List{chosen(count, done, true)}),
                                                      Value(List{chosen(count, done, false)})));
     })},

    {"asyncio.wait.sets-partition",
     property([](Trial& trial) {
       const auto states = trial.pick("states", arbitrary::small_integers(1, 8));
       trial.pick_one("mode", {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"});
       const Trace trace = trial.run(R"(
         async def consume():
             futures = [asyncio.Future() for _ in states]
             for state, future in zip(states, futures):
                 if state % 3 == 0:
                     future.set_result(None)
                 elif state % 3 == 1:
                     future.set_exception(KeyError("failed"))
             done, pending = await asyncio.wait(futures, timeout=0, return_when=mode)
             record("sets", isinstance(done, set) and isinstance(pending, set))
             record("common", len(done & pending))
             record("together", sorted([futures.index(future) for future in done | pending]))
             record("all done", all([future.done() for future in done]))
             record("some done", any([future.done() for future in pending]))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("sets"), Value(true));
       EXPECT_EQ(trace.value("common"), Value(0));
       EXPECT_EQ(trace.value("together"), Value(List{numbers_below(std::ssize(states))}));
       EXPECT_EQ(trace.value("all done"), Value(true));
       EXPECT_EQ(trace.value("some done"), Value(false));
     }).times(60)},

    {"asyncio.wait.single-task", adversary([](Trial& trial) {
       trial.pick_one("given", {"task", "coroutine", "future"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body():
             await asyncio.sleep(0)
             log("end")
         async def wait(thing):
             attempt("wait", await asyncio.wait(thing))
         async def consume():
             coroutine = body()
             task = asyncio.create_task(coroutine)
             things = {"task": task, "coroutine": coroutine, "future": asyncio.Future()}
             waiter = asyncio.create_task(wait(things[given]))
             await settle()
             record("done", waiter.done())
             await task
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.outcome("wait"), Raised("TypeError"));
       EXPECT_EQ(trace.count("end"), 1u);
     })},

    {"asyncio.wait.timeout", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto finished = trial.pick("finished", 0, 31);
       const auto limit = trial.pick("limit", 0, 8);
       const Trace trace = trial.virtual_clock().run(R"(
         async def body(number, future):
             try:
                 await future
                 return number
             except asyncio.CancelledError:
                 log("cancelled", number)
                 raise
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(*pair)) for pair in enumerate(futures)]
             for number, future in enumerate(futures):
                 if finished >> number & 1:
                     future.set_result(None)
             for number, task in enumerate(tasks):
                 if finished >> number & 1:
                     await task
             sets = []
             with attempt("wait"):
                 sets = await asyncio.wait(tasks + [asyncio.Future()], timeout=limit / 8)
             for members in sets:
                 log("members", sorted([tasks.index(task) for task in members if task in tasks]))
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             for task in tasks:
                 attempt("task", await task)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), ValueIs(_));
       EXPECT_THAT(trace.at("wait"), ElementsAre(static_cast<double>(limit) / 8));
       EXPECT_THAT(trace.logs("members"), ElementsAre(Value(List{chosen(count, finished, true)}),
                                                      Value(List{chosen(count, finished, false)})));
       EXPECT_TRUE(trace.absent("cancelled"));
       EXPECT_THAT(trace.values("task"), SizeIs(static_cast<std::size_t>(count)));
     })},
};

}  // namespace
}  // namespace touchstone
