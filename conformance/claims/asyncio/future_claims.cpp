// The loop's futures: one outcome, and callbacks when it has come.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

constexpr std::string_view kComplete = R"(
def complete(future, way, number=0):
    if way == "result":
        return future.set_result(number)
    if way == "exception":
        return future.set_exception([KeyError, ValueError][number]("set"))
    return future.cancel()
)";

/// The scenario with `complete(future, way, number=0)` and `await settle()` for its use.
std::string with_complete(Trial& trial, std::string_view text) {
  return std::string(kComplete) + with_settle(trial, text);
}

const Checks asyncio_future_checks{
    {"asyncio.future.callback-late", property([](Trial& trial) {
       const auto callbacks = trial.pick("callbacks", 1, 4);
       trial.pick_one("way", {"future", "task"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body():
             return 7
         def note(future):
             log("step", [future.done(), future.result()])
         async def consume():
             if way == "task":
                 finished = asyncio.create_task(body())
                 await finished
             else:
                 finished = asyncio.Future()
                 finished.set_result(7)
             for _ in range(callbacks):
                 finished.add_done_callback(note)
             log("step", "added")
             await settle()
         asyncio.run(consume())
       )"));
       Values expected = {"added"};
       expected.insert(expected.end(), static_cast<std::size_t>(callbacks), List{{true, 7}});
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"asyncio.future.callback-on-completion", property([](Trial& trial) {
       const Value way = trial.pick_one("way", {"result", "exception", "cancel"});
       const Trace trace = trial.run(with_complete(trial, R"(
         async def consume():
             future = asyncio.Future()
             def note(finished):
                 log("step", [finished is future, finished.done()])
                 attempt("outcome", finished.result())
             future.add_done_callback(note)
             complete(future, way)
             log("step", "completed")
             await settle()
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("completed"), Value(List{{true, true}})));
       if (way == Value("result")) {
         EXPECT_THAT(trace.outcome("outcome"), ValueIs(0));
       } else {
         EXPECT_THAT(trace.outcome("outcome"),
                     Raised(way == Value("exception") ? "KeyError" : "CancelledError"));
       }
     }),
     example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body():
             await asyncio.sleep(0)
             return 7
         def note(task):
             log("step", ["cb", task.result()])
         async def consume():
             task = asyncio.create_task(body())
             task.add_done_callback(note)
             await task
             await settle()
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value(List{{"cb", 7}})));
     })},

    {"asyncio.future.callback-order", property([](Trial& trial) {
       const auto added = trial.pick("added", rc::gen::container<std::vector<std::int64_t>>(
                                                  rc::gen::inRange<std::int64_t>(0, 6)));
       const auto removed = trial.pick("removed", 0, 5);
       trial.pick_one("way", {"result", "exception", "cancel"});
       const Trace trace = trial.run(with_complete(trial, R"(
         def maker(number):
             return lambda future: log("called", number)
         async def consume():
             future, callbacks = asyncio.Future(), [maker(number) for number in range(6)]
             for number in added:
                 future.add_done_callback(callbacks[number])
             record("removed", future.remove_done_callback(callbacks[removed]))
             complete(future, way)
             await settle()
             log("called", "end")
         asyncio.run(consume())
       )"));
       Values expected;
       for (const std::int64_t number : added)
         if (number != removed) expected.emplace_back(number);
       const auto gone = static_cast<std::int64_t>(added.size() - expected.size());
       expected.emplace_back("end");
       EXPECT_EQ(trace.value("removed"), Value(gone));
       EXPECT_EQ(trace.logs("called"), expected);
     })},

    {"asyncio.future.outcome-once", property([](Trial& trial) {
       const Value first = trial.pick_one("first", {"result", "exception", "cancel"});
       const auto later = trial.pick("later", one_way_each(3));
       const Trace trace = trial.run(with_complete(trial, R"(
         ways = ["result", "exception", "cancel"]
         async def consume():
             future = asyncio.Future()
             complete(future, first)
             for way in later:
                 attempt("again", complete(future, ways[way], 1))
             record("cancelled", future.cancelled())
             attempt("outcome", future.result())
         asyncio.run(consume())
       )"));
       std::vector<testing::Matcher<const Outcome&>> again;
       for (const std::int64_t way : later)
         if (way == 2) {
           again.emplace_back(ValueIs(false));
         } else {
           again.emplace_back(Raised("InvalidStateError"));
         }
       EXPECT_THAT(trace.outcomes("again"), ElementsAreArray(again));
       EXPECT_EQ(trace.value("cancelled"), Value(first == Value("cancel")));
       if (first == Value("result")) {
         EXPECT_THAT(trace.outcome("outcome"), ValueIs(0));
       } else {
         EXPECT_THAT(trace.outcome("outcome"),
                     Raised(first == Value("exception") ? "KeyError" : "CancelledError"));
       }
     })},
};

}  // namespace
}  // namespace touchstone
