// Queues between tasks that give the newest or the smallest item first, and what queues tell of
// their size.
#include <algorithm>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Items = std::vector<std::int64_t>;

/// What every step at a bounded queue comes to: a multiple of three asks for an item, any other
/// number puts one of eight. `take` removes the next item.
std::vector<testing::Matcher<const Outcome&>> outcomes_of(const Items& steps, std::int64_t bound,
                                                          std::int64_t (*take)(Items&)) {
  std::vector<testing::Matcher<const Outcome&>> outcomes;
  Items items;
  for (const std::int64_t step : steps) {
    const bool puts = step % 3 != 0;
    if (puts && bound > 0 && std::ssize(items) == bound) {
      outcomes.emplace_back(Raised("QueueFull"));
    } else if (puts) {
      items.push_back(step & 7);
      outcomes.emplace_back(ValueIs(Value()));
    } else if (items.empty()) {
      outcomes.emplace_back(Raised("QueueEmpty"));
    } else {
      outcomes.emplace_back(ValueIs(take(items)));
    }
  }
  return outcomes;
}

std::int64_t take_newest(Items& items) {
  const std::int64_t item = items.back();
  items.pop_back();
  return item;
}

std::int64_t take_smallest(Items& items) {
  const auto smallest = std::ranges::min_element(items);
  const std::int64_t item = *smallest;
  items.erase(smallest);
  return item;
}

/// Puts and gets in any order, at a LifoQueue or a PriorityQueue, and then as many gets.
void judge_order(Trial& trial, bool newest) {
  auto steps = trial.pick("steps", arbitrary::small_integers(4, 24));
  const auto bound = trial.pick("bound", 0, 4);
  trial.bind("newest", newest);
  const Trace trace = trial.run(R"(
    async def consume():
        make = asyncio.LifoQueue if newest else asyncio.PriorityQueue
        queue = make(bound)
        for step in steps + [0] * len(steps):
            if step % 3:
                attempt("step", queue.put_nowait(step & 7))
            else:
                attempt("step", queue.get_nowait())
    asyncio.run(consume())
  )");
  steps.resize(2 * steps.size());
  EXPECT_THAT(trace.outcomes("step"),
              ElementsAreArray(outcomes_of(steps, bound, newest ? take_newest : take_smallest)));
}

const Checks asyncio_queue_order_checks{
    {"asyncio.queue.lifo", property([](Trial& trial) { judge_order(trial, true); }),
     example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             queue = asyncio.LifoQueue()
             for item in range(5):
                 await queue.put(item)
             for _ in range(5):
                 log("got", await queue.get())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("got"),
                   ElementsAre(Value(4), Value(3), Value(2), Value(1), Value(0)));
     })},

    {"asyncio.queue.priority", property([](Trial& trial) { judge_order(trial, false); }),
     example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             queue = asyncio.PriorityQueue()
             for item in [(2, "b"), (1, "z"), (3, "a"), (1, "c")]:
                 await queue.put(item)
             for _ in range(4):
                 log("got", (await queue.get())[1])
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("got"), ElementsAre(Value("c"), Value("z"), Value("b"), Value("a")));
     })},

    {"asyncio.queue.size", property([](Trial& trial) {
       const auto bound = trial.pick("bound", -2, 3);
       const auto steps = trial.pick("steps", arbitrary::small_integers(0, 12));
       const Trace trace = trial.run(R"(
         def tell(queue):
             log("size", [queue.qsize(), queue.empty(), queue.full()])
         async def consume():
             queue = asyncio.Queue(bound)
             log("maxsize", max(queue.maxsize, 0))
             tell(queue)
             for step in steps:
                 if step % 3 and not queue.full():
                     await queue.put(step)
                 elif not queue.empty():
                     await queue.get()
                 tell(queue)
         asyncio.run(consume())
       )");
       Values expected;
       std::int64_t size = 0;
       const auto tell = [&] {
         expected.emplace_back(List{{size, size == 0, bound > 0 && size == bound}});
       };
       tell();
       for (const std::int64_t step : steps) {
         const bool full = bound > 0 && size == bound;
         if (step % 3 != 0 && !full) {
           ++size;
         } else if (size > 0) {
           --size;
         }
         tell();
       }
       EXPECT_EQ(trace.logs("size"), expected);
       EXPECT_THAT(trace.logs("maxsize"), ElementsAre(Value(std::max<std::int64_t>(bound, 0))));
     })},
};

}  // namespace
}  // namespace touchstone
