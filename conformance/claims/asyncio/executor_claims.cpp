// Calls in threads beside the loop, and coroutines that threads hand to it.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks asyncio_executor_checks{
    {"asyncio.blocking.to-thread-arguments",
     property([](Trial& trial) {
       const auto positional = trial.pick("positional", arbitrary::small_integers(0, 4));
       const Value value = trial.pick("value", arbitrary::datum());
       const Value named = trial.pick_one("named", {false, true});
       const Trace trace = trial.run(R"(
         def call(*arguments, **keywords):
             return [list(arguments), keywords]
         async def consume():
             keywords = {"value": value, "loop": 1} if named else {}
             record("given", await asyncio.to_thread(call, *positional, **keywords))
         asyncio.run(consume())
       )");
       Dict keywords;
       if (named == Value(true)) keywords.items = {{"value", value}, {"loop", 1}};
       const List arguments{Values(positional.begin(), positional.end())};
       EXPECT_EQ(trace.value("given"), Value(List{{arguments, keywords}}));
     }).times(20)},

    {"asyncio.executor.cancel-before-begin",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto cancelled = trial.pick("cancelled", 0, 31);
       trial.open("held").after(logged("cancelled"));
       const Trace trace = trial.run(with_settle(trial, R"(
         def hold():
             gate("held")
         def job(number):
             log("ran", number)
         async def call(loop, pool, number):
             await loop.run_in_executor(pool, job, number)
         async def consume():
             loop = asyncio.get_running_loop()
             with concurrent.futures.ThreadPoolExecutor(1) as pool:
                 first = loop.run_in_executor(pool, hold)
                 tasks = [asyncio.create_task(call(loop, pool, n)) for n in range(count)]
                 await settle()
                 for number, task in enumerate(tasks):
                     if cancelled >> number & 1:
                         task.cancel()
                 await settle()
                 log("cancelled")
                 await first
                 await asyncio.wait(tasks)
             log("ran", "end")
         asyncio.run(consume())
       )"));
       Values ran = chosen(count, cancelled, false);
       ran.emplace_back("end");
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(ran));
     }).times(20)},

    {"asyncio.executor.closed-refuses", property([](Trial& trial) {
                                          trial.pick_one("used", {false, true});
                                          trial.pick_one("way", {"to_thread", "run_in_executor"});
                                          const Trace trace = trial.run(R"(
         def job():
             log("ran")
         async def call(loop):
             if way == "to_thread":
                 await asyncio.to_thread(job)
             else:
                 await loop.run_in_executor(None, job)
         async def consume():
             loop = asyncio.get_running_loop()
             if used:
                 await call(loop)
             await loop.shutdown_default_executor()
             log("ran", "end")
             attempt("refused", await call(loop))
         asyncio.run(consume())
       )");
                                          EXPECT_THAT(trace.outcome("refused"),
                                                      Raised("RuntimeError"));
                                          EXPECT_EQ(trace.logs("ran").back(), Value("end"));
                                        }).times(4)},

    {"asyncio.executor.joined-by-run",
     property([](Trial& trial) {
       const Value way = trial.pick_one("way", {"value", "error"});
       trial.open("held").after(logged("main")).settle(20ms);
       const Trace trace = trial.run(R"(
         def job():
             gate("held")
             log("step", "job")
         async def consume():
             asyncio.get_running_loop().run_in_executor(None, job)
             log("main")
             if way == "error":
                 raise KeyError("of main")
         attempt("run", asyncio.run(consume()))
         log("step", "run")
       )");
       if (way == Value("error")) {
         EXPECT_THAT(trace.outcome("run"), Raised("KeyError"));
       }
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("job"), Value("run")));
     }).times(4)},

    {"asyncio.executor.threadsafe-cancel",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const auto cancelled = trial.pick("cancelled", 0, 15);
       trial.open("begun").after(logged("begun", static_cast<int>(count)));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop, posted = asyncio.get_running_loop(), asyncio.Future()
             ends = [asyncio.Future() for _ in range(count)]
             async def body(number):
                 log("begun")
                 try:
                     await ends[number]
                     log("ended", [number, "finished"])
                 except asyncio.CancelledError:
                     log("ended", [number, "cancelled"])
                     raise
             def post():
                 futures = [asyncio.run_coroutine_threadsafe(body(n), loop) for n in range(count)]
                 gate("begun")
                 for number, future in enumerate(futures):
                     if cancelled >> number & 1:
                         future.cancel()
                 loop.call_soon_threadsafe(posted.set_result, None)
             thread = threading.Thread(target=post)
             thread.start()
             await posted
             await settle()
             for end in ends:
                 if not end.done():
                     end.set_result(None)
             await settle()
             thread.join()
         asyncio.run(consume())
       )"));
       Values ended;
       for (std::int64_t number = 0; number < count; ++number) {
         const bool is_cancelled = ((cancelled >> number) & 1) != 0;
         ended.emplace_back(List{{number, is_cancelled ? "cancelled" : "finished"}});
       }
       EXPECT_THAT(trace.logs("ended"), UnorderedElementsAreArray(ended));
     }).times(20)},

    {"asyncio.executor.threadsafe-outcome",
     property([](Trial& trial) {
       const auto ways = trial.pick("ways", arbitrary::numbers(0, 2, 1, 4));
       const Trace trace = trial.run(R"(
         async def body(way):
             await asyncio.sleep(0)
             if way == 0:
                 return 7
             if way == 1:
                 raise KeyError("of the coroutine")
             asyncio.current_task().cancel()
             await asyncio.Future()
         async def consume():
             loop, posted = asyncio.get_running_loop(), asyncio.Future()
             def post():
                 for way in ways:
                     future = asyncio.run_coroutine_threadsafe(body(way), loop)
                     attempt("result", future.result())
                     record("cancelled", future.cancelled())
                 loop.call_soon_threadsafe(posted.set_result, None)
             thread = threading.Thread(target=post)
             thread.start()
             await posted
             thread.join()
         asyncio.run(consume())
       )");
       const ::testing::Matcher<const Outcome&> outcomes[] = {ValueIs(7), Raised("KeyError"),
                                                              Raised("CancelledError")};
       const auto results = trace.outcomes("result");
       const Values cancelled = trace.values("cancelled");
       ASSERT_THAT(results, SizeIs(ways.size()));
       ASSERT_THAT(cancelled, SizeIs(ways.size()));
       for (std::size_t at = 0; at < ways.size(); ++at) {
         EXPECT_THAT(results[at], outcomes[static_cast<std::size_t>(ways[at])]);
         EXPECT_EQ(cancelled[at], Value(ways[at] == 2));
       }
     }).times(20)},
};

}  // namespace
}  // namespace touchstone
