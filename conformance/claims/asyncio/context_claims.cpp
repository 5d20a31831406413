// Context variables, and the examples that fail as they are printed.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks checks{
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
