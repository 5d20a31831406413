// Tasks: how they come to be, when they start, and in which order.
#include <algorithm>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_task_checks{
    {"asyncio.task.create-before-run", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const Trace trace = trial.run(R"(
         async def body(number):
             log("ran", number)
         async def other(tasks):
             for _ in range(100):
                 if all([task.done() for task in tasks]):
                     break
                 await asyncio.sleep(0)
         loop = asyncio.new_event_loop()
         tasks = [loop.create_task(body(number)) for number in range(count)]
         log("done early", any([task.done() for task in tasks]))
         log("ran", "loop")
         loop.run_until_complete(other(tasks))
         log("done late", all([task.done() for task in tasks]))
         loop.close()
       )");
       Values ran = trace.logs("ran");
       ASSERT_FALSE(ran.empty());
       EXPECT_EQ(ran.front(), Value("loop"));
       ran.erase(ran.begin());
       EXPECT_THAT(ran, UnorderedElementsAreArray(numbers_below(count)));
       EXPECT_THAT(trace.logs("done early"), ElementsAre(Value(false)));
       EXPECT_THAT(trace.logs("done late"), ElementsAre(Value(true)));
     })},

    {"asyncio.task.create-non-coroutine", adversary([](Trial& trial) {
       trial.pick_one("given", {"number", "text", "none", "function", "future", "list"});
       const Trace trace = trial.run(R"(
         async def body():
             log("body")
         async def consume():
             things = {"number": 5, "text": "body", "none": None, "function": body,
                       "future": asyncio.Future(), "list": []}
             attempt("create", asyncio.create_task(things[given]))
             await asyncio.sleep(0)
             await asyncio.sleep(0)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("create"), Raised("TypeError"));
       EXPECT_TRUE(trace.absent("body"));
     })},

    {"asyncio.task.create-without-loop", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             log("body")
         async def other():
             await asyncio.sleep(0)
             await asyncio.sleep(0)
         coroutine = body()
         attempt("create", asyncio.create_task(coroutine))
         asyncio.run(other())
         attempt("create", asyncio.create_task(coroutine))
         coroutine.close()
       )");
       EXPECT_THAT(trace.outcomes("create"),
                   ElementsAre(Raised("RuntimeError"), Raised("RuntimeError")));
       EXPECT_TRUE(trace.absent("body"));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             log("body")
         def create(coroutine):
             attempt("create", asyncio.create_task(coroutine))
         async def other():
             await asyncio.sleep(0)
             await asyncio.sleep(0)
         coroutine = body()
         thread = threading.Thread(target=create, args=(coroutine,))
         thread.start()
         thread.join()
         asyncio.run(other())
         coroutine.close()
       )");
       EXPECT_THAT(trace.outcome("create"), Raised("RuntimeError"));
       EXPECT_TRUE(trace.absent("body"));
     }).needs("threading.thread")},

    {"asyncio.task.eager-factory", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             log("step", "body")
         async def consume():
             log("factory", asyncio.get_running_loop().get_task_factory())
             task = asyncio.create_task(body())
             log("step", "created")
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("factory"), ElementsAre(Value()));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("created"), Value("body")));
     }),
     property([](Trial& trial) {
       const auto steps = trial.pick("steps", 1, 4);
       const Trace trace = trial.run(R"(
         async def body():
             for step in range(steps):
                 log("step", step)
             await asyncio.sleep(0)
             log("step", "resumed")
         async def consume():
             asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
             task = asyncio.create_task(body())
             log("step", "created")
             await task
         asyncio.run(consume())
       )");
       Values expected = numbers_below(steps);
       expected.emplace_back("created");
       expected.emplace_back("resumed");
       EXPECT_EQ(trace.logs("step"), expected);
     }).needs("asyncio.eager_tasks")},

    {"asyncio.task.loop-create-task", property([](Trial& trial) {
       const auto forms = trial.pick("forms", rc::gen::container<std::vector<std::int64_t>>(
                                                  rc::gen::inRange<std::int64_t>(0, 2)));
       const Trace trace = trial.run(R"(
         async def body(number):
             log("started", number)
             await asyncio.sleep(0)
             return number * 7
         async def consume():
             loop = asyncio.get_running_loop()
             tasks = []
             for number, form in enumerate(forms):
                 if form:
                     tasks.append(loop.create_task(body(number)))
                 else:
                     tasks.append(asyncio.create_task(body(number)))
             log("started", "none yet")
             for task in tasks:
                 log("kind", isinstance(task, asyncio.Task))
                 record("result", await task)
             record("result", None)
         asyncio.run(consume())
       )");
       Values started = {"none yet"};
       Values results;
       for (std::size_t i = 0; i < forms.size(); ++i) {
         started.emplace_back(static_cast<std::int64_t>(i));
         results.emplace_back(static_cast<std::int64_t>(i) * 7);
       }
       results.emplace_back();
       EXPECT_EQ(trace.logs("started").front(), Value("none yet"));
       EXPECT_THAT(trace.logs("started"), UnorderedElementsAreArray(started));
       EXPECT_EQ(trace.values("result"), results);
       if (!forms.empty()) {
         EXPECT_THAT(trace.logs("kind"), Each(Value(true)));
       }
     })},

    {"asyncio.task.order-certain", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 8);
       const auto stride = trial.pick_one("stride", {1, 3, 5, 7, 9});
       const Trace trace = trial.virtual_clock().run(R"(
         async def body(number):
             log("start", number)
             delay = (number * stride + 1) % 11
             await asyncio.sleep(delay / 8)
             log("end", delay)
         async def consume():
             tasks = [asyncio.create_task(body(number)) for number in range(count)]
             for task in tasks:
                 await task
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("start"), numbers_below(count));
       std::vector<std::int64_t> delays;
       for (std::int64_t number = 0; number < count; ++number)
         delays.push_back((number * from_value<std::int64_t>(stride) + 1) % 11);
       std::ranges::sort(delays);
       EXPECT_EQ(trace.logs("end"), Values(delays.begin(), delays.end()));
     })},

    {"asyncio.task.scheduled-not-run", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       trial.pick("statements", 0, 5);
       const Trace trace = trial.run(R"(
         async def body():
             log("step", "body")
         async def consume():
             tasks = []
             for _ in range(count):
                 tasks.append(asyncio.create_task(body()))
             for _ in range(statements):
                 tasks.reverse()
             log("step", "marker")
             for task in tasks:
                 await task
         asyncio.run(consume())
       )");
       Values expected = {"marker"};
       expected.insert(expected.end(), static_cast<std::size_t>(count), "body");
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"asyncio.task.starts-in-creation-order", property([](Trial& trial) {
       const auto count = trial.pick("count", 2, 8);
       const Trace trace = trial.run(R"(
         async def body(number):
             log("started", number)
         async def consume():
             tasks = [asyncio.create_task(body(number)) for number in range(count)]
             for task in tasks:
                 await task
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("started"), numbers_below(count));
     }),
     adversary([](Trial& trial) {
       trial.pick("creators", 1, 4);
       trial.pick("each", 1, 4);
       const Trace trace = trial.run(R"(
         async def body(number):
             log("started", number)
         async def create(number, tasks):
             for _ in range(each):
                 log("created", len(tasks))
                 tasks.append(asyncio.create_task(body(len(tasks))))
         async def consume():
             tasks = []
             for creator in [asyncio.create_task(create(n, tasks)) for n in range(creators)]:
                 await creator
             for task in tasks:
                 await task
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("started"), trace.logs("created"));
     })},
};

}  // namespace
}  // namespace touchstone
