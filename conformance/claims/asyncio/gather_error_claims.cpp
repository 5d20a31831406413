// gather where a child fails or is cancelled, or the gather itself is.
#include "conformance/claims/asyncio/errors.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_gather_error_checks{
    {"asyncio.gather.cancel-child", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto victim = trial.pick("victim", 0, 4) % count;
       const Value collects = trial.pick_one("collects", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(future):
             return await future
         async def wait(tasks):
             results = []
             with attempt("gather"):
                 results = await asyncio.gather(*tasks, return_exceptions=collects)
             for result in results:
                 log("result", kind(result) if isinstance(result, BaseException) else result)
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(future)) for future in futures]
             waiter = asyncio.create_task(wait(tasks))
             await settle()
             tasks[victim % count].cancel()
             await settle()
             record("early", waiter.done())
             for number, future in enumerate(futures):
                 if not future.done():
                     future.set_result(number)
             await settle()
             record("late", waiter.done())
             for number, task in enumerate(tasks):
                 if number != victim % count:
                     attempt("other", task.result())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("late"), Value(true));
       if (collects == Value(true)) {
         Values expected;
         for (std::int64_t number = 0; number < count; ++number)
           expected.push_back(number == victim ? Value("CancelledError") : Value(number));
         EXPECT_EQ(trace.logs("result"), expected);
       } else {
         EXPECT_EQ(trace.value("early"), Value(true));
         EXPECT_THAT(trace.outcome("gather"), Raised("CancelledError"));
       }
       Values others;
       for (std::int64_t number = 0; number < count; ++number)
         if (number != victim) others.emplace_back(number);
       if (!others.empty()) {
         EXPECT_EQ(trace.values("other"), others);
       }
     })},

    {"asyncio.gather.cancel-finished", property([](Trial& trial) {
       const auto count = trial.pick("count", 2, 5);
       const auto victim = trial.pick("victim", 0, 4) % count;
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(number, future):
             await future
             return number
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(*pair)) for pair in enumerate(futures)]
             gathered = asyncio.gather(*tasks)
             futures[victim % count].set_exception(KeyError("first"))
             await settle()
             record("done", gathered.done())
             record("cancel", gathered.cancel())
             await settle()
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             attempt("gather", gathered.result())
             for task in tasks:
                 attempt("child", await task)
         asyncio.run(consume())
       )"));
       std::vector<testing::Matcher<const Outcome&>> children;
       for (std::int64_t number = 0; number < count; ++number)
         if (number == victim) {
           children.emplace_back(Raised("KeyError"));
         } else {
           children.emplace_back(ValueIs(number));
         }
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_EQ(trace.value("cancel"), Value(false));
       EXPECT_THAT(trace.outcome("gather"), Raised("KeyError"));
       EXPECT_THAT(trace.outcomes("child"), ElementsAreArray(children));
     })},

    {"asyncio.gather.cancel-outer", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto finished = trial.pick("finished", 0, 15) * 2;  // number 0 is never finished
       const auto swallows =
           from_value<std::int64_t>(trial.pick_one("swallows", {0b11010, 0b11111}));
       trial.pick_one("collects", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(number, future):
             try:
                 return await future
             except asyncio.CancelledError:
                 await asyncio.sleep(0)
                 log("step", number)
                 if swallows >> number & 1:
                     return number
                 raise
         async def wait(tasks):
             try:
                 await asyncio.gather(*tasks, return_exceptions=collects)
             finally:
                 log("step", "awaiter")
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(*pair)) for pair in enumerate(futures)]
             waiter = asyncio.create_task(wait(tasks))
             for number, future in enumerate(futures):
                 if finished * 2 >> number & 1:
                     future.set_result(number)
             await settle()
             waiter.cancel()
             await settle()
             record("awaiter", waiter.cancelled())
             for task in tasks:
                 attempt("child", task.result())
             log("step", "end")
         asyncio.run(consume())
       )"));
       Values steps = trace.logs("step");
       Values cancelled;
       const auto outcomes = trace.outcomes("child");
       for (std::int64_t number = 0; number < count; ++number) {
         const auto& outcome = outcomes.at(static_cast<std::size_t>(number));
         if (((finished >> number) & 1) == 0) cancelled.emplace_back(number);
         if ((((finished | swallows) >> number) & 1) == 0) {
           EXPECT_THAT(outcome, RaisedExactly("CancelledError"));
         } else {
           EXPECT_THAT(outcome, ValueIs(number));
         }
       }
       EXPECT_EQ(trace.value("awaiter"), Value(true));
       EXPECT_EQ(steps.back(), Value("end"));
       steps.pop_back();
       EXPECT_THAT(steps, Not(IsEmpty()));
       EXPECT_EQ(steps.back(), Value("awaiter"));
       steps.pop_back();
       EXPECT_THAT(steps, UnorderedElementsAreArray(cancelled));
     })},

    {"asyncio.gather.first-error-raised", property([](Trial& trial) {
       const auto count = trial.pick("count", 2, 5);
       const auto victim = trial.pick("victim", 0, 4) % count;
       trial.bind("first", victim);
       const auto error = trial.pick("error", 0, 2);
       const Trace trace = trial.run(with_settle(trial, R"(
         errors = [KeyError, ValueError, OSError]
         async def wait(futures):
             attempt("gather", await asyncio.gather(*futures))
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             waiter = asyncio.create_task(wait(futures))
             await settle()
             futures[first].set_exception(errors[error]("first"))
             await settle()
             record("early", waiter.done())
             for future in futures:
                 if not future.done():
                     future.set_exception(ZeroDivisionError("later"))
             await settle()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("early"), Value(true));
       EXPECT_THAT(trace.outcomes("gather"), ElementsAre(Raised(kErrors[error])));
     })},

    {"asyncio.gather.return-exceptions", property([](Trial& trial) {
       const auto keys = trial.pick("keys", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(with_settle(trial, R"(
         errors = [KeyError, ValueError, OSError]
         async def wait(futures):
             results = []
             with attempt("gather"):
                 results = await asyncio.gather(*futures, return_exceptions=True)
             for result in results:
                 log("result", kind(result) if isinstance(result, BaseException) else result)
         async def consume():
             futures = [asyncio.Future() for _ in keys]
             waiter = asyncio.create_task(wait(futures))
             await settle()
             for number in sorted(range(len(keys)), key=lambda number: keys[number]):
                 await settle()
                 log("early", waiter.done())
                 if keys[number] % 2:
                     futures[number].set_exception(errors[number % 3]("failed"))
                 else:
                     futures[number].set_result(number)
             await settle()
             record("late", waiter.done())
         asyncio.run(consume())
       )"));
       Values expected;
       for (std::size_t number = 0; number < keys.size(); ++number)
         expected.push_back(keys[number] % 2 != 0 ? Value(kErrors[number % 3])
                                                  : Value(static_cast<std::int64_t>(number)));
       EXPECT_EQ(trace.value("late"), Value(true));
       EXPECT_THAT(trace.logs("early"), Each(Value(false)));
       EXPECT_THAT(trace.outcome("gather"), ValueIs(_));
       EXPECT_EQ(trace.logs("result"), expected);
     })},

    {"asyncio.gather.siblings-continue", property([](Trial& trial) {
       const auto count = trial.pick("count", 2, 5);
       const auto victim = trial.pick("victim", 0, 4) % count;
       trial.bind("first", victim);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(number, future):
             try:
                 await future
                 log("step", ["end", number])
             except asyncio.CancelledError:
                 log("step", ["cancelled", number])
                 raise
         async def wait(tasks):
             attempt("gather", await asyncio.gather(*tasks))
             log("step", "awaiter")
         async def consume():
             futures = [asyncio.Future() for _ in range(count)]
             tasks = [asyncio.create_task(body(*pair)) for pair in enumerate(futures)]
             waiter = asyncio.create_task(wait(tasks))
             await settle()
             futures[first].set_exception(KeyError("first"))
             await settle()
             for future in futures:
                 if not future.done():
                     future.set_result(None)
             await settle()
         asyncio.run(consume())
       )"));
       Values expected = {"awaiter"};
       for (std::int64_t number = 0; number < count; ++number)
         if (number != victim) expected.emplace_back(List{{"end", number}});
       EXPECT_THAT(trace.outcome("gather"), Raised("KeyError"));
       EXPECT_THAT(trace.logs("step"), UnorderedElementsAreArray(expected));
     })},
};

}  // namespace
}  // namespace touchstone
