// Async generators: what a loop over one gets, and when.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks generators_async_iteration_checks{
    {"generators.async.empty", property([](Trial& trial) {
       trial.pick("count", -9, 0);
       const Trace trace = trial.run(R"(
         async def numbers():
             for number in range(count):
                 yield number
         async def consume():
             async for number in numbers():
                 log("value", number)
             attempt("first", await numbers().__anext__())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.count("value"), 0u);
       EXPECT_THAT(trace.outcome("first"), Raised("StopAsyncIteration"));
     })},

    {"generators.async.error-propagates", property([](Trial& trial) {
       const auto before = trial.pick("before", 0, 5);
       const Trace trace = trial.run(R"(
         async def numbers():
             for number in range(before):
                 yield number
             raise KeyError("of the body")
             yield "behind the error"
         async def consume():
             own = numbers()
             with attempt("loop"):
                 async for number in own:
                     log("step", number)
             log("step", "end")
             attempt("after", await own.__anext__())
         asyncio.run(consume())
       )");
       Values steps = numbers_below(before);
       steps.emplace_back("end");
       EXPECT_THAT(trace.outcome("loop"), Raised("KeyError"));
       EXPECT_EQ(trace.logs("step"), steps);
       EXPECT_THAT(trace.outcome("after"), Raised("StopAsyncIteration"));
     })},

    {"generators.async.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def numbers():
             for number in range(5):
                 await asyncio.sleep(1)
                 yield number
         async def consume():
             log("begin")
             async for number in numbers():
                 log("value", number)
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("value"), numbers_below(5));
       const double begin = trace.at("begin").at(0);
       EXPECT_THAT(trace.at("value"),
                   ElementsAre(begin + 1, begin + 2, begin + 3, begin + 4, begin + 5));
       EXPECT_THAT(trace.at("end"), ElementsAre(begin + 5));
     }),
     property([](Trial& trial) {
       const auto eighths = trial.pick("eighths", rc::gen::container<std::vector<std::int64_t>>(
                                                      rc::gen::inRange<std::int64_t>(0, 100)));
       const Trace trace = trial.virtual_clock().run(R"(
         async def numbers():
             for number in eighths:
                 await asyncio.sleep(number / 8)
                 yield number
         async def consume():
             log("event", "begin")
             async for number in numbers():
                 log("event", number)
         asyncio.run(consume())
       )");
       Values events = {"begin"};
       std::vector<double> times = {trace.at("event").at(0)};
       for (const std::int64_t number : eighths) {
         events.emplace_back(number);
         times.push_back(times.back() + static_cast<double>(number) / 8);
       }
       EXPECT_EQ(trace.logs("event"), events);
       EXPECT_EQ(trace.at("event"), times);
     })},

    {"generators.async.exhausted", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const Trace trace = trial.run(R"(
         async def numbers():
             for number in range(count):
                 yield number
         async def consume():
             own = numbers()
             async for number in own:
                 log("value", "first loop")
             attempt("advance", await own.__anext__())
             attempt("advance", await own.__anext__())
             with attempt("second loop"):
                 async for number in own:
                     log("value", "second loop")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("advance"), ElementsAre(RaisedExactly("StopAsyncIteration"),
                                                          RaisedExactly("StopAsyncIteration")));
       EXPECT_THAT(trace.outcome("second loop"), ValueIs(Value()));
       EXPECT_EQ(trace.logs("value"), Values(static_cast<std::size_t>(count), "first loop"));
     })},

    {"generators.async.first-ten", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def plain(n):
             a, b = 0, 1
             for _ in range(n):
                 yield a
                 a, b = b, a + b
         async def asynchronous(n):
             a, b = 0, 1
             for _ in range(n):
                 yield a
                 a, b = b, a + b
         for number in plain(10):
             log("number", "plain", number)
         async def consume():
             async for number in asynchronous(10):
                 log("number", "async", number)
         asyncio.run(consume())
         log("number", "end", None)
       )");
       Values expected;
       for (const char* half : {"plain", "async"})
         for (const int number : {0, 1, 1, 2, 3, 5, 8, 13, 21, 34})
           expected.emplace_back(Tuple{{half, number}});
       expected.emplace_back(Tuple{{"end", Value()}});
       EXPECT_EQ(trace.log_rows("number"), expected);
     })},

    {"generators.async.lazy", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto stop = trial.pick("stop", 1, count);
       const Trace trace = trial.run(R"(
         async def numbers():
             for number in range(count):
                 log("step", "produced", number)
                 yield number
         async def consume():
             own = numbers()
             log("step", "made", 0)
             async for number in own:
                 log("step", "consumed", number)
                 if number == stop - 1:
                     break
             log("step", "end", 0)
         asyncio.run(consume())
       )");
       Values expected = {Tuple{{"made", 0}}};
       for (std::int64_t number = 0; number < stop; ++number)
         for (const char* step : {"produced", "consumed"})
           expected.emplace_back(Tuple{{step, number}});
       expected.emplace_back(Tuple{{"end", 0}});
       EXPECT_EQ(trace.log_rows("step"), expected);
     })},

    {"generators.async.no-await-no-yield", property([](Trial& trial) {
       trial.pick("count", 1, 50);
       const Trace trace = trial.run(R"(
         ticks = []
         async def ticker():
             while "stop" not in ticks:
                 ticks.append("tick")
                 await asyncio.sleep(0)
         async def numbers(pauses):
             for number in range(count):
                 if pauses:
                     await asyncio.sleep(0)
                 yield number
         async def consume():
             task = asyncio.create_task(ticker())
             await asyncio.sleep(0)
             before = len(ticks)
             async for number in numbers(False):
                 pass
             log("without", len(ticks) - before)
             for _ in range(10):
                 async for number in numbers(True):
                     pass
             log("with", len(ticks) > before)
             ticks.append("stop")
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("without"), ElementsAre(Value(0)));
       EXPECT_THAT(trace.logs("with"), ElementsAre(Value(true)));
     })},

    {"generators.async.others-run-while-awaiting", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const Trace trace = trial.run(R"(
         async def numbers(asked, answers):
             for number in range(count):
                 asked[number].set_result(None)
                 yield await answers[number]
         async def answer(asked, answers):
             for number in range(count):
                 await asked[number]
                 log("step", "answered", number)
                 answers[number].set_result(number * 10)
         async def consume():
             asked = [asyncio.Future() for _ in range(count)]
             answers = [asyncio.Future() for _ in range(count)]
             task = asyncio.create_task(answer(asked, answers))
             with attempt("loop"):
                 async for value in numbers(asked, answers):
                     log("step", "consumed", value)
             log("step", "end", None)
         asyncio.run(consume())
       )");
       Values expected;
       for (std::int64_t number = 0; number < count; ++number) {
         expected.emplace_back(Tuple{{"answered", number}});
         expected.emplace_back(Tuple{{"consumed", number * 10}});
       }
       expected.emplace_back(Tuple{{"end", Value()}});
       EXPECT_THAT(trace.outcome("loop"), ValueIs(Value()));
       EXPECT_EQ(trace.log_rows("step"), expected);
     })},
};

}  // namespace
}  // namespace touchstone
