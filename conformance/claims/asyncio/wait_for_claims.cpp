// wait_for: what comes of an awaitable within a limit of time, and beyond it.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// In the order of the scenarios' own list.
constexpr const char* kErrorsAndTimeout[] = {"KeyError", "ValueError", "TimeoutError"};

/// Of a count of eighths, which floats hold exactly.
double eighths(std::int64_t count) { return static_cast<double>(count) / 8; }

const Checks asyncio_wait_for_checks{
    {"asyncio.wait-for.awaits-cleanup", property([](Trial& trial) {
       const auto limit = trial.pick("limit", 1, 8);
       const auto cleanup = trial.pick("cleanup", 1, 16);
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             try:
                 await asyncio.sleep(100)
             finally:
                 await asyncio.sleep(cleanup / 8)
                 log("step", "cleaned up")
         async def consume():
             attempt("wait", await asyncio.wait_for(inner(), limit / 8))
             log("step", "error")
             await asyncio.sleep(200)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), Raised("TimeoutError"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("cleaned up"), Value("error")));
       EXPECT_THAT(trace.at("wait"), ElementsAre(eighths(limit + cleanup)));
     })},

    {"asyncio.wait-for.cancels-inner", property([](Trial& trial) {
       const auto limit = trial.pick("limit", 1, 8);
       trial.pick("beyond", 1, 8);
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             try:
                 await asyncio.sleep((limit + beyond) / 8)
                 log("inner", "normal end")
             except asyncio.CancelledError:
                 log("inner", "cancelled")
                 raise
         async def consume():
             attempt("wait", await asyncio.wait_for(inner(), limit / 8))
             await asyncio.sleep(200)
             log("inner", "end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), Raised("TimeoutError"));
       EXPECT_THAT(trace.logs("inner"), ElementsAre(Value("cancelled"), Value("end")));
       EXPECT_THAT(trace.at("inner"), ElementsAre(eighths(limit), eighths(limit) + 200));
     })},

    {"asyncio.wait-for.cleanup-error", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       const auto limit = trial.pick("limit", 1, 8);
       const auto cleanup = trial.pick("cleanup", 0, 8);
       const Trace trace = trial.virtual_clock().run(R"(
         thrown = [KeyError("own"), ValueError("own"), asyncio.TimeoutError("own")][error]
         async def inner():
             try:
                 await asyncio.sleep(100)
             finally:
                 await asyncio.sleep(cleanup / 8)
                 raise thrown
         async def consume():
             try:
                 record("wait", await asyncio.wait_for(inner(), limit / 8))
             except BaseException as caught:
                 log("same", caught is thrown)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), Raised(kErrorsAndTimeout[error]));
       EXPECT_THAT(trace.logs("same"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.at("wait"), ElementsAre(eighths(limit + cleanup)));
     })},

    {"asyncio.wait-for.current-task", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const Trace trace = trial.run(R"(
         async def inner(outer, level):
             task = asyncio.current_task()
             log("is a task", isinstance(task, asyncio.Task))
             log("is the caller's", task is outer)
             if level > 1:
                 await asyncio.wait_for(inner(task, level - 1), 1000)
         async def consume():
             await asyncio.wait_for(inner(asyncio.current_task(), depth), 1000)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("is a task"), SizeIs(static_cast<std::size_t>(depth)));
       EXPECT_THAT(trace.logs("is a task"), Each(Value(true)));
       EXPECT_THAT(trace.logs("is the caller's"), AnyOf(Each(Value(true)), Each(Value(false))));
     })},

    {"asyncio.wait-for.error-class", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             try:
                 await asyncio.wait_for(asyncio.Future(), 0.001)
             except asyncio.CancelledError:
                 log("caught", "cancelled")
             except asyncio.TimeoutError:
                 log("caught", "timeout")
             except BaseException:
                 log("caught", "other")
             record("built-in", asyncio.TimeoutError is TimeoutError)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("caught"), ElementsAre(Value("timeout")));
       trial.report("the built-in class", trace.value("built-in"));
     })},

    {"asyncio.wait-for.example-five-three", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def long_operation():
             await asyncio.sleep(5)
             return "Finished"
         async def consume():
             try:
                 log("print", await asyncio.wait_for(long_operation(), timeout=3))
             except asyncio.TimeoutError:
                 log("print", "Task timed out")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Task timed out")));
       EXPECT_THAT(trace.at("print"), ElementsAre(3));
     })},

    {"asyncio.wait-for.example-three-two", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def print_after(delay, text):
             await asyncio.sleep(delay)
             log("print", text)
         async def consume():
             try:
                 await asyncio.wait_for(print_after(3, "Hello"), timeout=2)
             except asyncio.TimeoutError:
                 log("print", "Timeout!")
             await asyncio.sleep(3)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Timeout!")));
       EXPECT_THAT(trace.at("print"), ElementsAre(2));
     })},

    {"asyncio.wait-for.in-time-error", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       trial.pick("pauses", 0, 2);
       const Trace trace = trial.run(R"(
         thrown = [KeyError("own"), ValueError("own"), asyncio.TimeoutError("own")][error]
         async def inner():
             for _ in range(pauses):
                 await asyncio.sleep(0)
             raise thrown
         async def consume():
             try:
                 record("wait", await asyncio.wait_for(inner(), 1000))
             except BaseException as caught:
                 log("same", caught is thrown)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), Raised(kErrorsAndTimeout[error]));
       EXPECT_THAT(trace.logs("same"), ElementsAre(Value(true)));
     })},

    {"asyncio.wait-for.in-time-value", property([](Trial& trial) {
       const auto delay = trial.pick("delay", 0, 8);
       trial.pick("margin", 1, 8);
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             await asyncio.sleep(delay / 8)
             return [value]
         async def consume():
             attempt("wait", await asyncio.wait_for(inner(), (delay + margin) / 8))
             await asyncio.sleep(100)
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), ValueIs(Value(List{{value}})));
       EXPECT_THAT(trace.at("wait"), ElementsAre(eighths(delay)));
       EXPECT_THAT(trace.at("end"), ElementsAre(eighths(delay) + 100));
     })},

    {"asyncio.wait-for.no-limit", property([](Trial& trial) {
       const auto hours = trial.pick("hours", 1, 48);
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             await asyncio.sleep(hours * 3600)
             return "waited"
         async def consume():
             attempt("wait", await asyncio.wait_for(inner(), None))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), ValueIs("waited"));
       EXPECT_THAT(trace.at("wait"), ElementsAre(static_cast<double>(hours * 3600)));
     })},

    {"asyncio.wait-for.outer-cancel-swallowed", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             try:
                 await asyncio.sleep(0.375)
             except asyncio.CancelledError:
                 await asyncio.sleep(0.25)
             return "inner"
         async def limited():
             return await asyncio.wait_for(inner(), 0.25)
         async def consume():
             task = asyncio.create_task(limited())
             await asyncio.sleep(0.125)
             task.cancel()
             attempt("wait", await task)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), AnyOf(Raised("CancelledError"), Raised("TimeoutError")));
       const bool limited = !trace.errors("wait").empty() &&
                            testing::Matches(Raised("TimeoutError"))(trace.outcome("wait"));
       EXPECT_THAT(trace.at("wait"), ElementsAre(limited ? 0.25 : 0.375));
     })},

    {"asyncio.wait-for.shield", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner(future):
             try:
                 return await future
             except asyncio.CancelledError:
                 log("cancelled")
                 raise
         async def consume():
             future = asyncio.Future()
             task = asyncio.create_task(inner(future))
             attempt("wait", await asyncio.wait_for(asyncio.shield(task), 1))
             await asyncio.sleep(1)
             record("alive", not task.done())
             if not future.done():
                 future.set_result(7)
             attempt("task", await task)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), Raised("TimeoutError"));
       EXPECT_TRUE(trace.absent("cancelled"));
       EXPECT_EQ(trace.value("alive"), Value(true));
       EXPECT_THAT(trace.outcome("task"), ValueIs(7));
     })},

    {"asyncio.wait-for.swallowed-cancel", property([](Trial& trial) {
       const Value value = trial.pick("value", arbitrary::datum());
       trial.pick("pauses", 0, 2);
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             try:
                 await asyncio.sleep(100)
             except asyncio.CancelledError:
                 for _ in range(pauses):
                     await asyncio.sleep(0.5)
             return [value]
         async def consume():
             attempt("wait", await asyncio.wait_for(inner(), 1))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("wait"), ValueIs(Value(List{{value}})));
     })},

    {"asyncio.wait-for.zero", property([](Trial& trial) {
       trial.pick_one("limit", {0, -1, -1000000});
       const Value fails = trial.pick_one("fails", {false, true});
       const Trace trace = trial.virtual_clock().run(R"(
         async def inner():
             log("body")
             await asyncio.sleep(0.5)
         async def consume():
             finished = asyncio.Future()
             if fails:
                 finished.set_exception(KeyError("own"))
             else:
                 finished.set_result(9)
             attempt("coroutine", await asyncio.wait_for(inner(), limit))
             attempt("pending", await asyncio.wait_for(asyncio.Future(), limit))
             attempt("finished", await asyncio.wait_for(finished, limit))
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("coroutine"), Raised("TimeoutError"));
       EXPECT_TRUE(trace.absent("body"));
       EXPECT_THAT(trace.outcome("pending"), Raised("TimeoutError"));
       if (fails == Value(true)) {
         EXPECT_THAT(trace.outcome("finished"), Raised("KeyError"));
       } else {
         EXPECT_THAT(trace.outcome("finished"), ValueIs(9));
       }
       EXPECT_THAT(trace.at("end"), ElementsAre(0));
     })},
};

}  // namespace
}  // namespace touchstone
