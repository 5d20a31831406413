// as_completed: results in the order in which they come.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// The positions of the keys, the smallest key first; equal keys as they stand.
std::vector<std::size_t> by_key(const std::vector<std::int64_t>& keys) {
  std::vector<std::size_t> positions(keys.size());
  for (std::size_t number = 0; number < keys.size(); ++number) positions[number] = number;
  std::ranges::sort(positions, {},
                    [&](std::size_t number) { return std::pair(keys[number], number); });
  return positions;
}

const Checks asyncio_as_completed_checks{
    {"asyncio.as-completed.duplicates", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       trial.pick("extras", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def body(number):
             log("entry", number)
             await asyncio.sleep(0)
             return number
         async def iterate(given):
             for awaitable in asyncio.as_completed(given):
                 log("delivered", await awaitable)
         async def consume():
             tasks = [asyncio.create_task(body(number)) for number in range(count)]
             given = tasks + [tasks[extra % count] for extra in extras]
             iteration = asyncio.create_task(iterate(given))
             await settle()
             record("done", iteration.done())
         asyncio.run(consume())
       )"));
       const Values numbers = numbers_below(count);
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.logs("entry"), UnorderedElementsAreArray(numbers));
       EXPECT_THAT(trace.logs("delivered"), UnorderedElementsAreArray(numbers));
     })},

    {"asyncio.as-completed.empty", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         async def iterate():
             for awaitable in asyncio.as_completed([]):
                 log("delivery")
                 await awaitable
             log("next")
         async def consume():
             iteration = asyncio.create_task(iterate())
             await settle()
             record("done", iteration.done())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_TRUE(trace.absent("delivery"));
       EXPECT_EQ(trace.count("next"), 1u);
     })},

    {"asyncio.as-completed.error-local", property([](Trial& trial) {
       const auto keys = trial.pick("keys", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def complete(futures):
             for number in sorted(range(len(keys)), key=lambda number: keys[number]):
                 if keys[number] % 2:
                     futures[number].set_exception(KeyError("failed"))
                 else:
                     futures[number].set_result(number)
                 await settle()
         async def consume():
             futures = [asyncio.Future() for _ in keys]
             helper = asyncio.create_task(complete(futures))
             for awaitable in asyncio.as_completed(futures):
                 attempt("delivery", await awaitable)
             await helper
         asyncio.run(consume())
       )"));
       std::vector<testing::Matcher<const Outcome&>> expected;
       for (std::size_t number = 0; number < keys.size(); ++number)
         if (keys[number] % 2 != 0) {
           expected.emplace_back(Raised("KeyError"));
         } else {
           expected.emplace_back(ValueIs(static_cast<std::int64_t>(number)));
         }
       EXPECT_THAT(trace.outcomes("delivery"), UnorderedElementsAreArray(expected));
     })},

    {"asyncio.as-completed.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def fetch(address, seconds):
             await asyncio.sleep(seconds)
             if address == "refused":
                 raise ConnectionRefusedError("nobody listens")
             return f"text of {address}"
         async def consume():
             addresses = {"slow": 3, "page": 2, "refused": 1}
             pages = [fetch(*pair) for pair in addresses.items()]
             for page in asyncio.as_completed(pages):
                 try:
                     log("print", await page)
                 except ConnectionRefusedError:
                     log("print", "error")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("error"), Value("text of page"), Value("text of slow")));
       EXPECT_THAT(trace.at("print"), ElementsAre(1, 2, 3));
     })},

    {"asyncio.as-completed.order", property([](Trial& trial) {
       const auto keys = trial.pick("keys", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def complete(futures):
             for number in sorted(range(len(keys)), key=lambda number: keys[number]):
                 futures[number].set_result(number)
                 await settle()
         async def consume():
             futures = [asyncio.Future() for _ in keys]
             helper = asyncio.create_task(complete(futures))
             for awaitable in asyncio.as_completed(futures):
                 log("delivered", await awaitable)
             await helper
         asyncio.run(consume())
       )"));
       Values expected;
       for (const std::size_t number : by_key(keys))
         expected.emplace_back(static_cast<std::int64_t>(number));
       EXPECT_EQ(trace.logs("delivered"), expected);
     })},

    {"asyncio.as-completed.single-refused", adversary([](Trial& trial) {
       trial.pick_one("given", {"task", "coroutine", "future"});
       const Trace trace = trial.run(R"(
         async def body():
             return 7
         async def iterate(thing):
             for awaitable in asyncio.as_completed(thing):
                 log("delivered", await awaitable)
         async def consume():
             coroutine, future = body(), asyncio.Future()
             future.set_result(7)
             task = asyncio.create_task(coroutine)
             things = {"task": task, "coroutine": body(), "future": future}
             attempt("iterate", await iterate(things[given]))
             things["coroutine"].close()
             await task
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("iterate"), Raised("TypeError"));
       EXPECT_TRUE(trace.absent("delivered"));
     })},

    {"asyncio.as-completed.timeout", property([](Trial& trial) {
       const auto finished = trial.pick("finished", 0, 4);
       const auto held = trial.pick("held", 1, 3);
       const Trace trace = trial.virtual_clock().run(R"(
         async def consume():
             futures = [asyncio.Future() for _ in range(finished + held)]
             for number in range(finished):
                 futures[held + number].set_result(number)
             for awaitable in asyncio.as_completed(futures, timeout=1):
                 await asyncio.sleep(2)
                 try:
                     log("outcome", await awaitable)
                 except asyncio.TimeoutError:
                     log("outcome", "timeout")
             await asyncio.sleep(1)
             for future in futures[:held]:
                 log("pending", not future.done())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.logs("pending"), Values(static_cast<std::size_t>(held), true));
       const Values outcomes = trace.logs("outcome");
       ASSERT_THAT(outcomes, SizeIs(static_cast<std::size_t>(finished + held)));
       const auto limit = outcomes.begin() + finished;
       EXPECT_THAT(Values(outcomes.begin(), limit),
                   UnorderedElementsAreArray(numbers_below(finished)));
       EXPECT_THAT(Values(limit, outcomes.end()), Each(Value("timeout")));
     })},
};

}  // namespace
}  // namespace touchstone
