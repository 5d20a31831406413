// The barrier between tasks.
#include "conformance/claims/asyncio/chosen.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// With `await settle()`, and `await fill(...)` for tasks that go to a barrier and attempt to wait,
/// under a label.
std::string with_visitors(Trial& trial, std::string_view text) {
  constexpr std::string_view kVisitors = R"(
async def visit(barrier, label):
    attempt(label, await barrier.wait())
async def fill(barrier, label, count):
    tasks = [asyncio.create_task(visit(barrier, label)) for _ in range(count)]
    await settle()
    return tasks
)";
  return std::string(kVisitors) + with_settle(trial, text);
}

/// So many, each with this error; the label may be missing where there are none.
void expect_broken(const Trace& trace, std::string_view label, std::int64_t count) {
  EXPECT_EQ(trace.count(label), static_cast<std::size_t>(count)) << label;
  if (count > 0) {
    EXPECT_THAT(trace.errors(label),
                AllOf(SizeIs(static_cast<std::size_t>(count)), Each(Raised("BrokenBarrierError"))));
  }
}

const Checks asyncio_barrier_checks{
    {"asyncio.barrier.abort", property([](Trial& trial) {
       const auto parties = trial.pick("parties", 1, 4);
       const auto waiting = trial.pick("waiting", 0, parties - 1);
       const auto later = trial.pick("later", 1, 5);
       const Trace trace = trial.run(with_visitors(trial, R"(
         async def consume():
             barrier = asyncio.Barrier(parties)
             tasks = await fill(barrier, "waiting", waiting)
             await barrier.abort()
             await settle()
             record("woken", all([task.done() for task in tasks]))
             await fill(barrier, "later", later)
             await barrier.reset()
             await fill(barrier, "anew", parties)
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("woken"), Value(true));
       expect_broken(trace, "waiting", waiting);
       expect_broken(trace, "later", later);
       EXPECT_THAT(trace.values("anew"), UnorderedElementsAreArray(numbers_below(parties)));
     })},

    {"asyncio.barrier.cancelled-waiter-leaves", property([](Trial& trial) {
       const auto parties = trial.pick("parties", 2, 5);
       const auto waiting = trial.pick("waiting", 1, parties - 1);
       const auto cancelled = trial.pick("cancelled", 1, 15);
       const auto left = std::ssize(chosen(waiting, cancelled, false));
       trial.bind("missing", parties - left);
       const Trace trace = trial.run(with_visitors(trial, R"(
         async def consume():
             barrier = asyncio.Barrier(parties)
             tasks = await fill(barrier, "waiting", waiting)
             for number, task in enumerate(tasks):
                 if cancelled >> number & 1:
                     task.cancel()
             await settle()
             record("still waiting", barrier.n_waiting)
             tasks += await fill(barrier, "later", missing - 1)
             log("done", len([task for task in tasks if task.done()]))
             tasks += await fill(barrier, "later", 1)
             log("done", len([task for task in tasks if task.done()]))
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("still waiting"), Value(left));
       EXPECT_THAT(trace.logs("done"),
                   ElementsAre(Value(waiting - left), Value(waiting - left + parties)));
       EXPECT_THAT(trace.outcomes("later"), Each(ValueIs(_)));
     })},

    {"asyncio.barrier.parties-positive", property([](Trial& trial) {
       trial.pick("surplus", -3, 0);
       const Trace trace = trial.run(R"(
         async def consume():
             attempt("none", kind(asyncio.Barrier(surplus)))
             attempt("one", asyncio.Barrier(1).parties)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("none"), Raised("ValueError"));
       EXPECT_THAT(trace.outcome("one"), ValueIs(1));
     })},

    {"asyncio.barrier.reset", property([](Trial& trial) {
       const auto parties = trial.pick("parties", 1, 4);
       const auto waiting = trial.pick("waiting", 0, parties - 1);
       const auto resets = trial.pick("resets", 1, 3);
       const Trace trace = trial.run(with_visitors(trial, R"(
         async def consume():
             barrier = asyncio.Barrier(parties)
             for _ in range(resets):
                 tasks = await fill(barrier, "waiting", waiting)
                 await barrier.reset()
                 await settle()
                 log("woken", all([task.done() for task in tasks]))
             await fill(barrier, "anew", parties)
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("woken"), Each(Value(true)));
       expect_broken(trace, "waiting", waiting * resets);
       EXPECT_THAT(trace.values("anew"), UnorderedElementsAreArray(numbers_below(parties)));
     })},

    {"asyncio.barrier.state", property([](Trial& trial) {
       const auto parties = trial.pick("parties", 1, 4);
       const Trace trace = trial.run(with_visitors(trial, R"(
         def tell(barrier):
             log("state", [barrier.parties, barrier.n_waiting, barrier.broken])
         async def consume():
             barrier = asyncio.Barrier(parties)
             tell(barrier)
             for _ in range(parties):
                 await fill(barrier, "waiting", 1)
                 tell(barrier)
             await barrier.abort()
             tell(barrier)
             await barrier.reset()
             tell(barrier)
         asyncio.run(consume())
       )"));
       Values expected;
       for (std::int64_t waiting = 0; waiting < parties; ++waiting)
         expected.emplace_back(List{{parties, waiting, false}});
       for (const bool broken : {false, true, false})
         expected.emplace_back(List{{parties, 0, broken}});
       EXPECT_EQ(trace.logs("state"), expected);
     })},

    {"asyncio.barrier.waits-for-all", property([](Trial& trial) {
       const auto parties = trial.pick("parties", 1, 4);
       const auto rounds = trial.pick("rounds", 1, 3);
       trial.pick_one("in_block", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(barrier, numbers):
             if in_block:
                 async with barrier as number:
                     numbers.append(number)
             else:
                 numbers.append(await barrier.wait())
         async def consume():
             barrier = asyncio.Barrier(parties)
             for _ in range(rounds):
                 numbers = []
                 for _ in range(parties):
                     log("early", len(numbers))
                     asyncio.create_task(wait(barrier, numbers))
                     await settle()
                 log("numbers", sorted(numbers))
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("early"), Each(Value(0)));
       EXPECT_THAT(trace.logs("numbers"), AllOf(SizeIs(static_cast<std::size_t>(rounds)),
                                                Each(Value(List{numbers_below(parties)}))));
     }),
     property([](Trial& trial) {
       const auto parties = trial.pick("parties", 1, 3);
       const auto count = trial.pick("count", 3, 9);
       const Trace trace = trial.run(with_visitors(trial, R"(
         async def consume():
             barrier = asyncio.Barrier(parties)
             await fill(barrier, "wait", count)
             record("left", barrier.n_waiting)
         asyncio.run(consume())
       )"));
       Values expected;
       for (std::int64_t passed = 0; passed < count - count % parties; ++passed)
         expected.emplace_back(passed % parties);
       EXPECT_THAT(trace.values("wait"), UnorderedElementsAreArray(expected));
       EXPECT_EQ(trace.value("left"), Value(count % parties));
     })},
};

}  // namespace
}  // namespace touchstone
