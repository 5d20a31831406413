// Context variables, and the examples that fail as they are printed.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_context_checks{
    {"asyncio.context.callback-copy", property([](Trial& trial) {
       const auto ways = trial.pick("ways", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         variable = contextvars.ContextVar("variable", default=-1)
         async def consume():
             loop = asyncio.get_running_loop()
             ended, called, left = asyncio.Future(), asyncio.Future(), [len(ways)]
             def call(number):
                 log("seen", [number, variable.get()])
                 variable.set(-2)
                 left[0] -= 1
                 if left[0] == 0:
                     called.set_result(None)
             def register(way, number):
                 if way == 0:
                     loop.call_soon(call, number)
                 elif way == 1:
                     loop.call_soon_threadsafe(call, number)
                 elif way == 2:
                     loop.call_later(0.001, call, number)
                 elif way == 3:
                     loop.call_at(loop.time() + 0.001, call, number)
                 else:
                     ended.add_done_callback(lambda future: call(number))
             for number, way in enumerate(ways):
                 variable.set(number)
                 register(way % 5, number)
             variable.set(-3)
             ended.set_result(None)
             await called
             record("own", variable.get())
         asyncio.run(consume())
       )");
       Values seen;
       for (std::int64_t number = 0; number < std::ssize(ways); ++number)
         seen.emplace_back(List{{number, number}});
       EXPECT_THAT(trace.logs("seen"), UnorderedElementsAreArray(seen));
       EXPECT_EQ(trace.value("own"), Value(-3));
     })},

    {"asyncio.context.direct-await-shares", property([](Trial& trial) {
       trial.pick("depth", 0, 5);
       const Trace trace = trial.run(R"(
         variable = contextvars.ContextVar("variable", default=1)
         async def nested(levels):
             if levels == 0:
                 variable.set(9)
                 await asyncio.sleep(0)
             else:
                 await nested(levels - 1)
         async def consume():
             record("variable", variable.get())
             await nested(depth)
             record("variable", variable.get())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.values("variable"), ElementsAre(Value(1), Value(9)));
     })},

    {"asyncio.context.task-isolated", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const Trace trace = trial.run(R"(
         variable = contextvars.ContextVar("variable", default=0)
         async def body(number):
             inherited = variable.get()
             variable.set(number + 100)
             await asyncio.sleep(0)
             return [inherited, variable.get()]
         async def consume():
             tasks = []
             for number in range(count):
                 variable.set(number)
                 tasks.append(asyncio.create_task(body(number)))
             variable.set(-1)
             for task in tasks:
                 record("seen", await task)
             record("creator", variable.get())
         asyncio.run(consume())
       )");
       Values seen;
       for (std::int64_t number = 0; number < count; ++number)
         seen.emplace_back(List{{number, number + 100}});
       EXPECT_EQ(trace.values("seen"), seen);
       EXPECT_EQ(trace.value("creator"), Value(-1));
     })},

    {"asyncio.context.to-thread", property([](Trial& trial) {
                                    const auto count = trial.pick("count", 1, 4);
                                    const Trace trace = trial.run(R"(
         variable = contextvars.ContextVar("variable", default=-1)
         def call():
             seen = variable.get()
             variable.set(-2)
             return [seen, variable.get()]
         async def consume():
             for number in range(count):
                 variable.set(number)
                 log("in the thread", await asyncio.to_thread(call))
                 log("own", variable.get())
         asyncio.run(consume())
       )");
                                    Values inside;
                                    for (std::int64_t number = 0; number < count; ++number)
                                      inside.emplace_back(List{{number, -2}});
                                    EXPECT_EQ(trace.logs("in the thread"), inside);
                                    EXPECT_EQ(trace.logs("own"), numbers_below(count));
                                  }).times(10)},

    {"asyncio.example.fetch-import", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def fetch(session, url):
             log("step", "fetch")
             async with session.get(url) as response:
                 return await response.text()
         async def visit():
             log("step", "main")
             async with httpclient.ClientSession() as session:
                 log("step", "session")
                 for task in asyncio.as_completed([fetch(session, "http://localhost")]):
                     try:
                         log("step", await task)
                     except Exception as error:
                         log("step", "handled")
         loop = asyncio.new_event_loop()
         attempt("run", loop.run_until_complete(visit()))
         loop.close()
       )");
       EXPECT_THAT(trace.outcome("run"), Raised("NameError"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("main")));
     })},

    {"asyncio.example.start-end-import", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def entry():
             log("print", "Start")
             await asynclib.sleep(1)
             log("print", "End")
         attempt("run", asynclib.run(entry()))
       )");
       EXPECT_THAT(trace.outcome("run"), Raised("NameError"));
       EXPECT_TRUE(trace.absent("print"));
     })},
};

}  // namespace
}  // namespace touchstone
