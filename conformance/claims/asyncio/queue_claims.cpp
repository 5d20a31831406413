// The queue between tasks.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_queue_checks{
    {"asyncio.queue.fifo", property([](Trial& trial) {
       const auto producers = trial.pick("producers", 1, 3);
       const auto items = trial.pick("items", 1, 5);
       const auto consumers = trial.pick("consumers", 1, 3);
       const auto victims = trial.pick("victims", 0, 3);
       trial.pick("bound", 0, 3);
       trial.pick("turns", 0, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def get_one(queue):
             log("got", await queue.get())
         async def get_all(queue):
             while True:
                 log("got", await queue.get())
         async def produce(queue, number):
             for item in range(items):
                 log("putting", [number, item])
                 await queue.put([number, item])
         async def consume():
             queue = asyncio.Queue(bound)
             leaving = [asyncio.create_task(get_one(queue)) for _ in range(victims)]
             await asyncio.sleep(0)
             for number in range(producers):
                 asyncio.create_task(produce(queue, number))
             for _ in range(turns):
                 await asyncio.sleep(0)
             for task in leaving:
                 task.cancel()
             for _ in range(consumers):
                 asyncio.create_task(get_all(queue))
             for _ in range(3):
                 await settle()
             log("got", "end")
         asyncio.run(consume())
       )"));
       Values expected;
       for (std::int64_t number = 0; number < producers; ++number)
         for (std::int64_t item = 0; item < items; ++item)
           expected.emplace_back(List{{number, item}});
       expected.emplace_back("end");
       if (producers == 1 && consumers == 1 && victims == 0) {
         EXPECT_EQ(trace.logs("got"), expected);
       } else {
         EXPECT_THAT(trace.logs("got"), UnorderedElementsAreArray(expected));
       }
     }),
     property([](Trial& trial) {
       const auto places = trial.pick("places", arbitrary::small_integers(1, 8));
       const Values kinds = {nullptr, 0, false, "", List{}, 1, "x"};
       trial.bind("kinds", List{kinds});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def get(queue):
             while True:
                 log("got", await queue.get())
         async def consume():
             queue = asyncio.Queue()
             asyncio.create_task(get(queue))
             for turn, place in enumerate(places):
                 if turn % 2:
                     await settle()
                 await queue.put(kinds[place % 7])
             await settle()
             log("got", "end")
         asyncio.run(consume())
       )"));
       Values expected;
       for (const std::int64_t place : places)
         expected.push_back(kinds[static_cast<std::size_t>(((place % 7) + 7) % 7)]);
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("got"), expected);
     }),
     example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             queue = asyncio.Queue()
             for item in range(5):
                 await queue.put(item)
             for _ in range(5):
                 log("got", await queue.get())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("got"),
                   ElementsAre(Value(0), Value(1), Value(2), Value(3), Value(4)));
     })},

    {"asyncio.queue.get-nowait-empty", property([](Trial& trial) {
       trial.pick("items", 0, 4);
       const Trace trace = trial.run(R"(
         async def consume():
             queue = asyncio.Queue()
             for item in range(items):
                 queue.put_nowait(item)
             for item in range(items):
                 await queue.get()
             attempt("empty", queue.get_nowait())
             queue.put_nowait("later")
             attempt("later", queue.get_nowait())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("empty"), Raised("QueueEmpty"));
       EXPECT_THAT(trace.outcome("later"), ValueIs("later"));
     })},

    {"asyncio.queue.put-nowait-full", property([](Trial& trial) {
       const auto bound = trial.pick("bound", 1, 5);
       const Trace trace = trial.run(R"(
         async def consume():
             queue, endless = asyncio.Queue(bound), asyncio.Queue(0)
             for item in range(bound):
                 queue.put_nowait(item)
             attempt("put", queue.put_nowait("surplus"))
             record("size", queue.qsize())
             while not queue.empty():
                 log("item", queue.get_nowait())
             for item in range(100):
                 endless.put_nowait(item)
             record("endless", endless.qsize())
         asyncio.run(consume())
       )");
       Values expected;
       for (std::int64_t item = 0; item < bound; ++item) expected.emplace_back(item);
       EXPECT_THAT(trace.outcome("put"), Raised("QueueFull"));
       EXPECT_EQ(trace.value("size"), Value(bound));
       EXPECT_EQ(trace.logs("item"), expected);
       EXPECT_EQ(trace.value("endless"), Value(100));
     })},

    {"asyncio.queue.task-done-surplus", property([](Trial& trial) {
       const auto rounds = trial.pick("rounds", 1, 3);
       const auto items = trial.pick("items", 0, 5);
       trial.pick_one("joins", {false, true});
       trial.pick_one("gets", {false, true});
       const Trace trace = trial.run(R"(
         async def consume():
             queue = asyncio.Queue()
             for _ in range(rounds):
                 for item in range(items):
                     await queue.put(item)
                 for item in range(items if gets else 0):
                     await queue.get()
                 for _ in range(items):
                     attempt("due", queue.task_done())
                 if joins:
                     await queue.join()
                 attempt("surplus", queue.task_done())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.count("due"), static_cast<std::size_t>(rounds * items));
       if (items > 0) {
         EXPECT_THAT(trace.outcomes("due"), Each(ValueIs(Value())));
       }
       EXPECT_THAT(trace.outcomes("surplus"), Each(Raised("ValueError")));
     })},
};

}  // namespace
}  // namespace touchstone
