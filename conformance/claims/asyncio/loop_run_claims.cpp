// A loop of one's own: running a coroutine on it, what is left, and its close.
#include "conformance/claims/asyncio/errors.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_loop_run_checks{
    {"asyncio.loop.builtin-runs-all", property([](Trial& trial) {
       const auto kinds = trial.pick("kinds", arbitrary::small_integers(0, 12));
       const Trace trace = trial.run(R"(
         async def work(number, way):
             if way % 3 == 1:
                 for _ in range(way % 7):
                     await asyncio.sleep(0)
             elif way % 3 == 2:
                 await asyncio.sleep(0.001)
             return number
         async def consume():
             tasks = [asyncio.create_task(work(*pair)) for pair in enumerate(kinds)]
             return [await task for task in tasks]
         attempt("run", asyncio.run(consume()))
       )");
       EXPECT_THAT(trace.outcome("run"), ValueIs(Value(List{numbers_below(std::ssize(kinds))})));
     })},

    {"asyncio.loop.close-idempotent", property([](Trial& trial) {
       trial.pick("times", 2, 4);
       trial.pick_one("runs", {false, true});
       const Trace trace = trial.run(R"(
         async def body():
             await asyncio.sleep(0)
         loop = asyncio.new_event_loop()
         if runs:
             loop.run_until_complete(body())
         for _ in range(times):
             attempt("close", loop.close())
             log("closed", loop.is_closed())
       )");
       EXPECT_THAT(trace.outcomes("close"), Each(ValueIs(Value())));
       EXPECT_THAT(trace.logs("closed"), Each(Value(true)));
     })},

    {"asyncio.loop.close-skipped-on-error", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       const Value guarded = trial.pick_one("guarded", {false, true});
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, OSError]
         async def fail():
             raise errors[error]("of main")
         def plain(loop):
             loop.run_until_complete(fail())
             log("behind")
             loop.close()
         def careful(loop):
             try:
                 loop.run_until_complete(fail())
             finally:
                 loop.close()
         loop = asyncio.new_event_loop()
         attempt("run", careful(loop) if guarded else plain(loop))
         record("closed", loop.is_closed())
         loop.close()
       )");
       EXPECT_THAT(trace.outcome("run"), Raised(kErrors[error]));
       EXPECT_TRUE(trace.absent("behind"));
       EXPECT_EQ(trace.value("closed"), guarded);
     })},

    {"asyncio.loop.closed-refuses", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             log("ran")
         def note():
             log("ran")
         loop = asyncio.new_event_loop()
         loop.close()
         coroutines = [body(), body()]
         attempt("refused", loop.run_until_complete(coroutines[0]))
         attempt("refused", loop.create_task(coroutines[1]))
         attempt("refused", loop.call_soon(note))
         attempt("refused", loop.call_later(0, note))
         attempt("refused", loop.call_soon_threadsafe(note))
         for coroutine in coroutines:
             coroutine.close()
       )");
       EXPECT_THAT(trace.outcomes("refused"), SizeIs(5));
       EXPECT_THAT(trace.outcomes("refused"), Each(Raised("RuntimeError")));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"asyncio.loop.current-after-run", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def body():
             pass
         def ask():
             attempt("current", kind(asyncio.get_event_loop()))
         def run_and_ask():
             asyncio.run(body())
             ask()
         for target in [ask, run_and_ask]:
             thread = threading.Thread(target=target)
             thread.start()
             thread.join()
         run_and_ask()
       )");
       EXPECT_THAT(trace.outcomes("current"), SizeIs(3));
       EXPECT_THAT(trace.outcomes("current"), Each(Raised("RuntimeError")));
     })},

    {"asyncio.loop.current-without-running",
     property([](Trial& trial) {
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         async def body():
             await asyncio.sleep(0)
             return [value]
         def ask():
             current = asyncio.get_event_loop()
             current.close()
             asyncio.set_event_loop(None)
             return current.is_closed()
         loop = asyncio.new_event_loop()
         attempt("explicit", loop.run_until_complete(body()))
         loop.close()
         attempt("current", ask())
       )");
       EXPECT_THAT(trace.outcome("explicit"), ValueIs(Value(List{{value}})));
       EXPECT_THAT(trace.outcome("current"), AnyOf(ValueIs(true), Raised("RuntimeError")));
     }).times(10)},

    {"asyncio.loop.example-hello-goodbye", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def greet():
             log("print", "Hello world!")
             await asyncio.sleep(1)
             log("print", "Good bye!")
         loop = asyncio.new_event_loop()
         loop.run_until_complete(greet())
         loop.close()
         record("closed", loop.is_closed())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Hello world!"), Value("Good bye!")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1));
       EXPECT_EQ(trace.value("closed"), Value(true));
     })},

    {"asyncio.loop.example-main", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def entry():
             log("print", "Starting main")
             await asyncio.sleep(2)
             log("print", "Main is done")
         loop = asyncio.new_event_loop()
         loop.run_until_complete(entry())
         loop.close()
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Starting main"), Value("Main is done")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 2));
     })},

    {"asyncio.loop.leaves-pending", property([](Trial& trial) {
       const auto rounds = trial.pick("rounds", 2, 5);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def background(futures):
             try:
                 for number, future in enumerate(futures):
                     await future
                     log("step", number)
             except asyncio.CancelledError:
                 log("step", "cancelled")
                 raise
         async def foreground(future):
             if not future.done():
                 future.set_result(None)
             await settle()
         loop = asyncio.new_event_loop()
         futures = [loop.create_future() for _ in range(rounds)]
         task = loop.create_task(background(futures))
         for future in futures:
             log("done", task.done())
             loop.run_until_complete(foreground(future))
             log("step", "run")
         record("at last", task.done())
         loop.close()
       )"));
       Values expected;
       for (std::int64_t number = 0; number < rounds; ++number) {
         expected.emplace_back(number);
         expected.emplace_back("run");
       }
       EXPECT_EQ(trace.logs("step"), expected);
       EXPECT_THAT(trace.logs("done"), Each(Value(false)));
       EXPECT_EQ(trace.value("at last"), Value(true));
     })},

    {"asyncio.loop.resumes-only-ready", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto chosen = trial.pick("chosen", 0, 63);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(future, number):
             await future
             log("resumed", number)
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(wait(futures[n], n)) for n in range(count)]
             await settle()
             for number, future in enumerate(futures):
                 if chosen >> number & 1:
                     future.set_result(None)
             await settle()
             log("resumed", "end")
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             for task in tasks:
                 await task
         asyncio.run(consume())
       )"));
       Values resumed = trace.logs("resumed");
       resumed.erase(std::ranges::find(resumed, Value("end")), resumed.end());
       Values expected;
       for (std::int64_t number = 0; number < count; ++number)
         if (((chosen >> number) & 1) != 0) expected.emplace_back(number);
       EXPECT_THAT(resumed, UnorderedElementsAreArray(expected));
       EXPECT_EQ(trace.count("resumed"), static_cast<std::size_t>(count + 1));
     })},

    {"asyncio.loop.run-leaves-usable", property([](Trial& trial) {
       const auto fails = trial.pick("fails", arbitrary::small_integers(1, 4));
       const Trace trace = trial.run(R"(
         async def body(number):
             await asyncio.sleep(0)
             if number % 2:
                 raise KeyError(number)
             return number
         loop = asyncio.new_event_loop()
         for number in fails:
             attempt("run", loop.run_until_complete(body(number)))
             log("state", [loop.is_running(), loop.is_closed()])
         loop.close()
       )");
       EXPECT_THAT(trace.outcomes("run"), SizeIs(fails.size()));
       EXPECT_THAT(trace.logs("state"), Each(Value(List{{false, false}})));
       std::size_t index = 0;
       for (const Outcome& outcome : trace.outcomes("run")) {
         const std::int64_t number = fails[index++];
         if (number % 2 != 0) {
           EXPECT_THAT(outcome, Raised("KeyError"));
         } else {
           EXPECT_THAT(outcome, ValueIs(number));
         }
       }
     })},

    {"asyncio.loop.run-result", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       trial.pick("pauses", 0, 2);
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, OSError]
         async def body(way):
             for _ in range(pauses):
                 await asyncio.sleep(0)
             if way == "error":
                 raise errors[error]("of main")
             if way == "value":
                 return [value]
         loop = asyncio.new_event_loop()
         for way in ["value", "error", "nothing"]:
             attempt("run", loop.run_until_complete(body(way)))
         loop.close()
       )");
       EXPECT_THAT(trace.outcomes("run"), ElementsAre(ValueIs(Value(List{{value}})),
                                                      Raised(kErrors[error]), ValueIs(Value())));
     })},

    {"asyncio.loop.stop-finishes-turn", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       trial.pick("stops", -1, 4);
       const Trace trace = trial.run(R"(
         def call(number):
             log("called", number)
             if number == stops:
                 loop.stop()
         def go_on(turns):
             if turns > 0:
                 loop.call_soon(go_on, turns - 1)
             else:
                 log("goes on")
                 loop.stop()
         loop = asyncio.new_event_loop()
         for number in range(count):
             loop.call_soon(call, number)
         loop.call_soon(go_on, 20)
         if stops < 0 or stops >= count:
             loop.stop()
         loop.run_forever()
         log("called", "end")
         record("running", loop.is_running())
         loop.close()
       )");
       Values called = numbers_below(count);
       called.emplace_back("end");
       EXPECT_EQ(trace.logs("called"), called);
       EXPECT_TRUE(trace.absent("goes on"));
       EXPECT_EQ(trace.value("running"), Value(false));
     })},

    {"asyncio.loop.stop-leaves-new", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       trial.pick("stops", 0, 3);
       const Trace trace = trial.run(R"(
         def call(number):
             if number == stops % count:
                 loop.stop()
             loop.call_soon(note, number)
         def note(number):
             log("called", number)
         loop = asyncio.new_event_loop()
         for number in range(count):
             loop.call_soon(call, number)
         loop.run_forever()
         log("called", "end")
         loop.call_soon(loop.stop)
         loop.run_forever()
         loop.close()
       )");
       Values called = numbers_below(count);
       called.insert(called.begin(), Value("end"));
       EXPECT_EQ(trace.logs("called"), called);
     })},

    {"asyncio.loop.stopped-early", property([](Trial& trial) {
       const Value waits = trial.pick_one("waits", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(loop):
             loop.stop()
             if waits:
                 await loop.create_future()
             return 7
         async def drain(task):
             task.cancel()
             await settle()
         loop = asyncio.new_event_loop()
         task = loop.create_task(body(loop))
         attempt("run", loop.run_until_complete(task))
         if waits:
             loop.run_until_complete(drain(task))
         loop.close()
       )"));
       if (waits == Value(true)) {
         EXPECT_THAT(trace.outcome("run"), Raised("RuntimeError"));
       } else {
         EXPECT_THAT(trace.outcome("run"), AnyOf(ValueIs(7), Raised("RuntimeError")));
       }
     })},

    {"asyncio.loop.unclosed-warning", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def drop(closes):
             loop = asyncio.new_event_loop()
             if closes:
                 loop.close()
         drop(True)
         for _ in range(3):
             gc.collect()
         log("closed")
         drop(False)
         for _ in range(3):
             gc.collect()
       )");
       EXPECT_THAT(trace.order(), ElementsAre("closed"));
       EXPECT_THAT(trace.warnings(), Contains(testing::StartsWith("ResourceWarning")));
     })},
};

}  // namespace
}  // namespace touchstone
