// Callbacks of the loop: who runs them, and in which order.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks asyncio_loop_callback_checks{
    {"asyncio.loop.call-soon-fifo", property([](Trial& trial) {
       const auto batches = trial.pick("batches", arbitrary::small_integers(1, 6));
       const Trace trace = trial.run(R"(
         def note(number):
             log("called", number)
         async def consume():
             loop, number = asyncio.get_running_loop(), 0
             for batch in batches:
                 for _ in range(batch % 4):
                     loop.call_soon(note, number)
                     loop.call_soon(note, number)
                     number += 1
                 await asyncio.sleep(0)
             await asyncio.sleep(0)
             log("called", "end")
         asyncio.run(consume())
       )");
       Values expected;
       std::int64_t number = 0;
       for (const std::int64_t batch : batches)
         for (std::int64_t left = ((batch % 4) + 4) % 4; left > 0; --left, ++number)
           expected.insert(expected.end(), 2, Value(number));
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("called"), expected);
     })},

    {"asyncio.loop.callback-cancelled", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto cancelled = trial.pick("cancelled", 0, 63);
       const Value when = trial.pick_one("when", {"before", "in its turn"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop, handles = asyncio.get_running_loop(), []
             def cancel():
                 for number, handle in enumerate(handles):
                     if cancelled >> number & 1:
                         handle.cancel()
             def call(number):
                 log("called", number)
             if when == "in its turn":
                 loop.call_soon(cancel)
             for number in range(count):
                 handles.append(loop.call_soon(call, number))
             if when == "before":
                 cancel()
             await settle()
             log("called", "end")
             for handle in handles:
                 log("cancelled", handle.cancelled())
         asyncio.run(consume())
       )"));
       Values called;
       Values states;
       for (std::int64_t number = 0; number < count; ++number) {
         states.emplace_back(((cancelled >> number) & 1) != 0);
         if (states.back() == Value(false)) called.emplace_back(number);
       }
       called.emplace_back("end");
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(called));
       EXPECT_EQ(trace.logs("cancelled"), states);
     })},

    {"asyncio.loop.callback-error-isolated", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto failing = trial.pick("failing", 1, 63);
       const Trace trace = trial.run(with_settle(trial, R"(
         def call(number):
             log("called", number)
             if failing >> number & 1:
                 raise KeyError(number)
         def report(loop, context):
             log("reported", list(context["exception"].args))
         async def consume():
             loop = asyncio.get_running_loop()
             loop.set_exception_handler(report)
             for number in range(count):
                 loop.call_soon(call, number)
             await settle()
             log("reported", "end")
             return 7
         attempt("run", asyncio.run(consume()))
       )"));
       Values reported;
       for (std::int64_t number = 0; number < count; ++number)
         if (((failing >> number) & 1) != 0) reported.emplace_back(List{{number}});
       reported.emplace_back("end");
       EXPECT_THAT(trace.outcome("run"), ValueIs(7));
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(numbers_below(count)));
       EXPECT_THAT(trace.logs("reported"), UnorderedElementsAreArray(reported));
     })},

    {"asyncio.loop.callback-run-to-completion",
     adversary([](Trial& trial) {
       trial.open("inside").settle(20ms);
       trial.pick("stops", 0, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         def call(number):
             log("step", number)
             if number == stops:
                 gate("inside")
             log("step", number)
             log("step", number)
         async def consume():
             loop = asyncio.get_running_loop()
             for number in range(3):
                 loop.call_soon(call, number)
             await settle()
         asyncio.run(consume())
       )"));
       const Values steps = trace.logs("step");
       EXPECT_THAT(steps, SizeIs(9));
       for (std::size_t index = 0; index < steps.size(); ++index)
         EXPECT_EQ(steps[index], steps[index - index % 3]);
     }).times(6)},

    {"asyncio.loop.callbacks-on-loop-thread",
     property([](Trial& trial) {
       const auto each = trial.pick("each", 1, 4);
       const Trace trace = trial.run(R"(
         async def consume():
             loop, home = asyncio.get_running_loop(), threading.get_ident()
             left, end = [3 * each], loop.create_future()
             def note(source):
                 log("at home", threading.get_ident() == home)
                 left[0] -= 1
                 if left[0] == 0:
                     loop.call_soon_threadsafe(end.set_result, None)
             def post():
                 for _ in range(each):
                     loop.call_soon_threadsafe(note, "thread")
             thread = threading.Thread(target=post)
             for _ in range(each):
                 loop.call_soon(note, "ready")
                 loop.call_later(0.001, note, "timer")
             thread.start()
             await end
             thread.join()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("at home"), SizeIs(static_cast<std::size_t>(3 * each)));
       EXPECT_THAT(trace.logs("at home"), Each(Value(true)));
     }).times(20)},

    {"asyncio.loop.exception-handler", property([](Trial& trial) {
       const auto handlers = trial.pick("handlers", arbitrary::small_integers(1, 6));
       trial.pick_one("way", {"callback", "call"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop = asyncio.get_running_loop()
             def fail(step):
                 raise KeyError(step)
             def handler(number):
                 def told(of, context):
                     log("told", [number, context["exception"].args[0], of is loop])
                 return told
             choices = [None, handler(1), handler(2)]
             for step, number in enumerate(handlers):
                 loop.set_exception_handler(choices[number % 3])
                 if way == "callback":
                     loop.call_soon(fail, step)
                     await settle()
                 else:
                     error = KeyError(step)
                     loop.call_exception_handler({"message": "it failed", "exception": error})
                 log("told", step)
         asyncio.run(consume())
       )"));
       Values told;
       for (std::int64_t step = 0; step < std::ssize(handlers); ++step) {
         const std::int64_t number = (handlers[static_cast<std::size_t>(step)] % 3 + 3) % 3;
         if (number != 0) told.emplace_back(List{{number, step, true}});
         told.emplace_back(step);
       }
       EXPECT_EQ(trace.logs("told"), told);
     })},

    {"asyncio.loop.nested-callback-next-turn", property([](Trial& trial) {
       const auto width = trial.pick("width", 1, 4);
       const auto depth = trial.pick("depth", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop = asyncio.get_running_loop()
             def call(number, level):
                 if level < depth:
                     loop.call_soon(call, number, level + 1)
                 log("called", [level, number])
             for number in range(width):
                 loop.call_soon(call, number, 0)
             await settle()
         asyncio.run(consume())
       )"));
       Values expected;
       for (std::int64_t level = 0; level <= depth; ++level)
         for (std::int64_t number = 0; number < width; ++number)
           expected.emplace_back(List{{level, number}});
       EXPECT_EQ(trace.logs("called"), expected);
     })},

    {"asyncio.loop.other-thread-wakeup",
     property([](Trial& trial) {
       const auto posters = trial.pick("posters", 1, 3);
       const auto each = trial.pick("each", 1, 5);
       trial.open("parked").settle(5ms);
       const Trace trace = trial.run(R"(
         async def consume():
             loop = asyncio.get_running_loop()
             left, end = [posters * each], loop.create_future()
             def note(poster, number):
                 log("called", [poster, number])
                 left[0] -= 1
                 if left[0] == 0:
                     end.set_result(None)
             def post(poster):
                 gate("parked")
                 for number in range(each):
                     loop.call_soon_threadsafe(note, poster, number)
             threads = [threading.Thread(target=post, args=(n,)) for n in range(posters)]
             for thread in threads:
                 thread.start()
             await end
             for thread in threads:
                 thread.join()
         asyncio.run(consume())
       )");
       Values expected;
       for (std::int64_t poster = 0; poster < posters; ++poster) {
         Values own;
         for (std::int64_t number = 0; number < each; ++number) {
           expected.emplace_back(List{{poster, number}});
           own.push_back(expected.back());
         }
         Values seen = trace.logs("called");
         std::erase_if(seen,
                       [&](const Value& value) { return !testing::Matches(Contains(value))(own); });
         EXPECT_EQ(seen, own);
       }
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(expected));
     }).times(20)},
};

}  // namespace
}  // namespace touchstone
