// gather: the results of several awaitables in the order of the arguments.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_gather_checks{
    {"asyncio.gather.duplicates", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto extras = trial.pick("extras", arbitrary::small_integers(0, 8));
       const Trace trace = trial.run(R"(
         async def body(number):
             log("entry", number)
             await asyncio.sleep(0)
             return number
         async def consume():
             coroutines = [body(number) for number in range(count)]
             places = list(range(count)) + [extra % count for extra in extras]
             record("places", places)
             attempt("gather", await asyncio.gather(*[coroutines[place] for place in places]))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.count("entry"), static_cast<std::size_t>(count));
       EXPECT_THAT(trace.outcome("gather"), ValueIs(trace.value("places")));
     })},

    {"asyncio.gather.empty", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(nothing):
             record("gather", await asyncio.gather())
             record("gather", await asyncio.gather(*nothing))
             log("next")
         async def consume():
             waiter = asyncio.create_task(wait([]))
             await settle()
             record("done", waiter.done())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.outcomes("gather"),
                   ElementsAre(ValueIs(Value(List{})), ValueIs(Value(List{}))));
       EXPECT_EQ(trace.count("next"), 1u);
     })},

    {"asyncio.gather.example-order", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def task(name, seconds):
             log("print", f"{name} started")
             await asyncio.sleep(seconds)
             log("print", f"{name} finished")
         async def consume():
             await asyncio.gather(task("A", 2), task("B", 1), task("C", 3))
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("A started"), Value("B started"), Value("C started"),
                               Value("B finished"), Value("A finished"), Value("C finished")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 0, 0, 1, 2, 3));
       EXPECT_THAT(trace.at("end"), ElementsAre(3));
     })},

    {"asyncio.gather.example-three", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def fetch(number, seconds):
             log("print", f"Start {number}")
             await asyncio.sleep(seconds)
             log("print", f"Finish {number}")
             return f"Data from API {number}"
         async def consume():
             record("gather", await asyncio.gather(fetch(1, 2), fetch(2, 3), fetch(3, 1)))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("Start 1"), Value("Start 2"), Value("Start 3"),
                               Value("Finish 3"), Value("Finish 1"), Value("Finish 2")));
       EXPECT_EQ(trace.value("gather"),
                 Value(List{{"Data from API 1", "Data from API 2", "Data from API 3"}}));
       EXPECT_THAT(trace.at("gather"), ElementsAre(3));
     })},

    {"asyncio.gather.example-two", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def delayed(value, seconds):
             await asyncio.sleep(seconds)
             return value
         async def consume():
             record("gather", await asyncio.gather(delayed("Hello", 1), delayed("World", 2)))
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("gather"), Value(List{{"Hello", "World"}}));
       EXPECT_THAT(trace.at("gather"), ElementsAre(2));
     })},

    {"asyncio.gather.order", property([](Trial& trial) {
       const auto keys = trial.pick("keys", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         async def complete(futures):
             for number in sorted(range(len(keys)), key=lambda number: keys[number]):
                 futures[number].set_result(number)
                 await asyncio.sleep(0)
         async def consume():
             futures = [asyncio.Future() for _ in keys]
             helper = asyncio.create_task(complete(futures))
             record("gather", await asyncio.gather(*futures))
             await helper
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("gather"), Value(List{numbers_below(std::ssize(keys))}));
     })},
};

}  // namespace
}  // namespace touchstone
