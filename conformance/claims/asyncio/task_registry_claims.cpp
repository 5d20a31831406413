// Which tasks there are, which one runs, and what becomes a task.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_task_registry_checks{
    {"asyncio.task.all-unfinished", property([](Trial& trial) {
       const auto ends = trial.pick("ends", one_way_each(4));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(future):
             await future
         def end(way, future, task):
             if way == 1:
                 future.set_result(None)
             elif way == 2:
                 future.set_exception(KeyError("failed"))
             elif way == 3:
                 task.cancel()
         def others(tasks):
             found = asyncio.all_tasks() - {asyncio.current_task()}
             return sorted([tasks.index(task) for task in found])
         async def consume():
             futures = [asyncio.Future() for _ in ends]
             tasks = [asyncio.create_task(body(future)) for future in futures]
             record("own", asyncio.current_task() in asyncio.all_tasks())
             record("fresh", others(tasks))
             await settle()
             for number, way in enumerate(ends):
                 end(way, futures[number], tasks[number])
             await settle()
             record("left", others(tasks))
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             for task in tasks:
                 attempt("end", await task)
             record("at the end", others(tasks))
         asyncio.run(consume())
       )"));
       Values left;
       for (std::size_t number = 0; number < ends.size(); ++number)
         if (ends[number] == 0) left.emplace_back(static_cast<std::int64_t>(number));
       EXPECT_EQ(trace.value("own"), Value(true));
       EXPECT_EQ(trace.value("fresh"), Value(List{numbers_below(std::ssize(ends))}));
       EXPECT_EQ(trace.value("left"), Value(List{left}));
       EXPECT_EQ(trace.value("at the end"), Value(List{}));
     })},

    {"asyncio.task.current", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const auto turns = trial.pick("turns", 1, 3);
       const Value notes_ends = trial.pick_one("notes_ends", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         def note(*given):
             log("in a callback", asyncio.current_task())
         async def called(tasks, number):
             log("own", asyncio.current_task() is tasks[number])
         async def body(tasks, number):
             for _ in range(turns):
                 await called(tasks, number)
                 asyncio.get_running_loop().call_soon(note)
                 await asyncio.sleep(0)
         async def consume():
             tasks = []
             for number in range(count):
                 tasks.append(asyncio.create_task(body(tasks, number)))
                 if notes_ends:
                     tasks[-1].add_done_callback(note)
             for task in tasks:
                 await task
             await settle()
         asyncio.run(consume())
       )"));
       const auto steps = static_cast<std::size_t>(count * turns);
       const auto ends = static_cast<std::size_t>(notes_ends == Value(true) ? count : 0);
       EXPECT_EQ(trace.logs("own"), Values(steps, Value(true)));
       EXPECT_EQ(trace.logs("in a callback"), Values(steps + ends, Value()));
     })},

    {"asyncio.task.ensure-future", property([](Trial& trial) {
       const Value given = trial.pick_one("given", {"future", "task", "coroutine", "object"});
       const Trace trace = trial.run(R"(
         class Waits:
             def __await__(self):
                 yield
                 return 7
         async def body():
             return 7
         def make():
             if given == "future":
                 future = asyncio.Future()
                 future.set_result(7)
                 return future
             if given == "task":
                 return asyncio.create_task(body())
             return body() if given == "coroutine" else Waits()
         async def consume():
             thing = make()
             future = asyncio.ensure_future(thing)
             record("same", future is thing)
             record("task", isinstance(future, asyncio.Task))
             attempt("await", await future)
         asyncio.run(consume())
       )");
       const bool was_future = given == Value("future") || given == Value("task");
       EXPECT_EQ(trace.value("same"), Value(was_future));
       EXPECT_EQ(trace.value("task"), Value(given != Value("future")));
       EXPECT_THAT(trace.outcome("await"), ValueIs(7));
     }),
     adversary([](Trial& trial) {
       trial.pick_one("given", {"number", "text", "none", "function", "list"});
       const Trace trace = trial.run(R"(
         async def body():
             log("body")
         async def consume():
             things = {"number": 5, "text": "body", "none": None, "function": body, "list": []}
             attempt("ensure", asyncio.ensure_future(things[given]))
             await asyncio.sleep(0)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("ensure"), Raised("TypeError"));
       EXPECT_TRUE(trace.absent("body"));
     })},
};

}  // namespace
}  // namespace touchstone
