// asyncio.run: a main coroutine on a loop of its own, and what becomes of the rest.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/errors.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_run_checks{
    {"asyncio.loop.abandoned-generator",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 3);
       trial.pick("steps", 1, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def generate(number):
             try:
                 while True:
                     yield number
             finally:
                 await asyncio.sleep(0)
                 log("closed", number)
         async def begin(number):
             generator = generate(number)
             for _ in range(steps):
                 await generator.__anext__()
         async def consume():
             for number in range(count):
                 await begin(number)
             for _ in range(3):
                 gc.collect()
             await settle()
             log("closed", "end")
         asyncio.run(consume())
       )"));
       Values closed = trace.logs("closed");
       EXPECT_EQ(closed.back(), Value("end"));
       closed.pop_back();
       EXPECT_THAT(closed, UnorderedElementsAreArray(numbers_below(count)));
     }).times(10)},

    {"asyncio.run.cancels-leftovers", property([](Trial& trial) {
       const auto leftovers = trial.pick("leftovers", 1, 4);
       const Trace trace = trial.run(R"(
         tasks = []  # a loop may hold them weakly
         async def leftover():
             try:
                 await asyncio.Future()
                 log("step", "normal end")
             except asyncio.CancelledError:
                 log("step", "cancelled")
                 await asyncio.sleep(0)
                 log("step", "cleaned up")
                 raise
         async def consume():
             tasks.extend([asyncio.create_task(leftover()) for _ in range(leftovers)])
             await asyncio.sleep(0)
             log("step", "end of main")
             return len(tasks)
         attempt("run", asyncio.run(consume()))
         log("step", "end of run")
       )");
       const Values steps = trace.logs("step");
       EXPECT_THAT(trace.outcome("run"), ValueIs(leftovers));
       EXPECT_EQ(steps.front(), Value("end of main"));
       EXPECT_EQ(steps.back(), Value("end of run"));
       Values expected = {"end of main", "end of run"};
       expected.insert(expected.end(), static_cast<std::size_t>(leftovers), "cancelled");
       expected.insert(expected.end(), static_cast<std::size_t>(leftovers), "cleaned up");
       EXPECT_THAT(steps, UnorderedElementsAreArray(expected));
     })},

    {"asyncio.run.leftover-errors-reported", property([](Trial& trial) {
       const auto leftovers = trial.pick("leftovers", 1, 4);
       const auto failing = trial.pick("failing", 0, 15);
       const Trace trace = trial.run(R"(
         tasks = []  # a loop may hold them weakly
         def report(loop, context):
             log("reported", context["exception"].args[0])
         async def leftover(number):
             try:
                 await asyncio.Future()
             finally:
                 log("cleanup", number)
                 if failing >> number & 1:
                     raise KeyError(number)
         async def consume():
             asyncio.get_running_loop().set_exception_handler(report)
             tasks.extend([asyncio.create_task(leftover(number)) for number in range(leftovers)])
             await asyncio.sleep(0)
             return 7
         attempt("run", asyncio.run(consume()))
         log("reported", "end")
       )");
       EXPECT_EQ(trace.count("cleanup"), static_cast<std::size_t>(leftovers));
       EXPECT_THAT(trace.outcome("run"), ValueIs(7));
       Values reported = chosen(leftovers, failing, true);
       reported.emplace_back("end");
       EXPECT_THAT(trace.logs("reported"), UnorderedElementsAreArray(reported));
     })},

    {"asyncio.run.example-hello", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def say_hello():
             log("print", "Hello")
             await asyncio.sleep(1)
             log("print", "World")
         asyncio.run(say_hello())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Hello"), Value("World")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1));
     })},

    {"asyncio.run.example-start-end", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def entry():
             log("print", "Start")
             await asyncio.sleep(1)
             log("print", "End")
         asyncio.run(entry())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Start"), Value("End")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1));
     })},

    {"asyncio.run.finalises-async-generators", property([](Trial& trial) {
       const auto pulls = trial.pick("pulls", 1, 4);
       const auto generators = trial.pick("generators", 1, 3);
       trial.pick_one("fails", {false, true});
       const Trace trace = trial.run(R"(
         kept, tasks = [], []
         async def numbers():
             try:
                 for number in range(10):
                     yield number
             finally:
                 await asyncio.sleep(0)
                 log("step", "generator")
                 if fails:
                     raise KeyError("of the generator")
         async def leftover():
             try:
                 await asyncio.Future()
             finally:
                 log("step", "task")
         async def consume():
             tasks.append(asyncio.create_task(leftover()))
             for _ in range(generators):
                 kept.append(numbers())
                 for _ in range(pulls):
                     log("value", await kept[-1].__anext__())
             await asyncio.sleep(0)
             log("step", "main")
         asyncio.run(consume())
         log("step", "run")
       )");
       Values steps = {"main", "task"};
       steps.insert(steps.end(), static_cast<std::size_t>(generators), "generator");
       steps.emplace_back("run");
       EXPECT_THAT(trace.logs("value"), SizeIs(static_cast<std::size_t>(generators * pulls)));
       EXPECT_EQ(trace.logs("step"), steps);
     })},

    {"asyncio.run.exit-errors", property([](Trial& trial) {
       trial.pick_one("where", {"task", "callback"});
       trial.pick("error", 0, 1);
       const Trace trace = trial.run(with_settle(trial, R"(
         thrown = [SystemExit(3), KeyboardInterrupt("stop")][error]
         def throw():
             raise thrown
         async def body():
             throw()
         async def consume():
             try:
                 if where == "task":
                     task = asyncio.create_task(body())
                 else:
                     asyncio.get_running_loop().call_soon(throw)
                 await settle()
                 log("step", "main went on")
             finally:
                 log("step", "main left")
         try:
             asyncio.run(consume())
             log("step", "run returned")
         except BaseException as caught:
             log("same", caught is thrown)
         attempt("next run", asyncio.run(asyncio.sleep(0, 7)))
       )"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("main left")));
       EXPECT_THAT(trace.logs("same"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.outcome("next run"), ValueIs(7));
     })},

    {"asyncio.run.fresh-loop", property([](Trial& trial) {
       trial.pick("fails", rc::gen::container<std::vector<std::int64_t>>(
                               rc::gen::inRange<std::int64_t>(0, 2)));
       const Trace trace = trial.run(R"(
         loops = []
         async def consume(failing):
             loops.append(asyncio.get_running_loop())
             await asyncio.sleep(0)
             if failing:
                 raise KeyError("of main")
         for failing in [0, 1] + fails:
             attempt("run", asyncio.run(consume(failing)))
             log("closed", loops[-1].is_closed())
             log("met before", any([loops[-1] is loop for loop in loops[:-1]]))
       )");
       EXPECT_THAT(trace.logs("closed"), Each(Value(true)));
       EXPECT_THAT(trace.logs("met before"), Each(Value(false)));
     })},

    {"asyncio.run.needs-coroutine", adversary([](Trial& trial) {
       trial.pick_one("given", {"number", "function", "none", "text"});
       const Trace trace = trial.run(R"(
         async def body():
             log("body")
         things = {"number": 5, "function": body, "none": None, "text": "body"}
         attempt("run", asyncio.run(things[given]))
       )");
       EXPECT_THAT(trace.outcome("run"), AnyOf(Raised("ValueError"), Raised("TypeError")));
       EXPECT_TRUE(trace.absent("body"));
     })},

    {"asyncio.run.nested", adversary([](Trial& trial) {
       trial.pick_one("way", {"run", "same loop", "other loop"});
       const Trace trace = trial.run(R"(
         async def inner():
             log("inner")
         def run_nested(coroutine):
             loop = asyncio.get_running_loop()
             if way == "run":
                 asyncio.run(coroutine)
             elif way == "same loop":
                 loop.run_until_complete(coroutine)
             else:
                 other = asyncio.new_event_loop()
                 try:
                     other.run_until_complete(coroutine)
                 finally:
                     other.close()
         async def consume():
             coroutine = inner()
             attempt("nested", run_nested(coroutine))
             await asyncio.sleep(0)
             coroutine.close()
             return "outer"
         attempt("run", asyncio.run(consume()))
       )");
       EXPECT_THAT(trace.outcome("nested"), Raised("RuntimeError"));
       EXPECT_TRUE(trace.absent("inner"));
       EXPECT_THAT(trace.outcome("run"), ValueIs("outer"));
     })},

    {"asyncio.run.result-or-error", property([](Trial& trial) {
       trial.pick("pauses", 0, 3);
       const auto error = trial.pick("error", 0, 2);
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, OSError]
         async def consume(fails):
             for _ in range(pauses):
                 await asyncio.sleep(0)
             if fails:
                 raise errors[error]("of main")
             return [value]
         attempt("run", asyncio.run(consume(False)))
         attempt("run", asyncio.run(consume(True)))
       )");
       EXPECT_THAT(trace.outcomes("run"),
                   ElementsAre(ValueIs(Value(List{{value}})), Raised(kErrors[error])));
     })},
};

}  // namespace
}  // namespace touchstone
