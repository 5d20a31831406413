// Producers and consumers around one condition: the documents' two, and how they are mended.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// One of the two goes to its end, or as far as it can without the other, before the other begins.
void force_order(Trial& trial, bool consumer_first) {
  if (consumer_first) {
    trial.open("consume");
    trial.open("produce").after(begun("wait"));
  } else {
    trial.open("produce");
    trial.open("consume").after(logged("producer is done"));
  }
}

/// The consumer's first wait has all the time it needs where it is to be notified.
Trace hand_over(Trial& trial, bool consumer_first) {
  trial.bind("patience", consumer_first ? Value(3600) : Value(0.01));
  force_order(trial, consumer_first);
  return trial.run(with_threads(R"(
    condition = threading.Condition()
    items = []
    def produce():
        gate("produce")
        with condition:
            for item in range(5):
                items.append(item)
                log("produced", item)
                condition.notify()
                time.sleep(0.001)
        log("producer is done")
    def consume():
        gate("consume")
        limit = patience
        while True:
            with condition:
                if not record("wait", condition.wait(limit)):
                    break
                item = items.pop(0)
                log("consumed", item)
                if item == 4:
                    break
                limit = 0.01
    join_all([started(consume), started(produce)])
  )"));
}

const Checks threading_condition_example_checks{
    {"threading.condition.example-hand-over", example([](Trial& trial) {
       const Trace trace = hand_over(trial, false);
       EXPECT_EQ(trace.logs("produced"), numbers_below(5));
       EXPECT_THAT(trace.values("wait"), ElementsAre(Value(false)));
       EXPECT_TRUE(trace.absent("consumed"));
     }),
     adversary([](Trial& trial) {
       const Trace trace = hand_over(trial, true);
       EXPECT_EQ(trace.logs("produced"), numbers_below(5));
       EXPECT_THAT(trace.values("wait"), ElementsAre(Value(true), Value(false)));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(1));
     })},

    {"threading.condition.example-lost-wakeup", example([](Trial& trial) {
       force_order(trial, false);
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def consume():
             gate("consume")
             with condition:
                 record("wait", condition.wait(0.01))
         def produce():
             gate("produce")
             with condition:
                 condition.notify()
             log("producer is done")
         join_all([started(consume), started(produce)])
       )"));
       EXPECT_EQ(trace.value("wait"), false);
     }),
     property([](Trial& trial) {
       force_order(trial, trial.pick("consumer_first", rc::gen::arbitrary<bool>()));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         items = []
         def consume():
             gate("consume")
             with condition:
                 while not items:
                     record("wait", condition.wait())
                 log("consumed", items.pop(0))
         def produce():
             gate("produce")
             with condition:
                 items.append("item")
                 condition.notify()
             log("producer is done")
         join_all([started(consume), started(produce)])
       )"));
       EXPECT_THAT(trace.logs("consumed"), ElementsAre(Value("item")));
     }).times(10)},

    {"threading.condition.holder-excludes-others", property([](Trial& trial) {
       const auto early = trial.pick("early", 0, 2);
       const auto late = trial.pick("late", 1, 3);
       GateRule& early_wait = trial.open("early wait");
       if (early > 0) early_wait.after(begun("wait", early));
       for (int item = 0; item < 5; ++item)
         trial.open("after " + std::to_string(item))
             .after(logged("begins", early + late))
             .settle(4ms);
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         items = []
         def consume():
             log("begins")
             with condition:
                 while not items:
                     record("wait", condition.wait())
                 log("consumed", items.pop(0))
         threads = [started(consume) for _ in range(early)]
         gate("early wait")
         with condition:
             threads.extend([started(consume) for _ in range(late)])
             for item in range(5):
                 items.append(item)
                 log("produced", item)
                 condition.notify()
                 gate(f"after {item}")
                 time.sleep(0.001)
                 ask_stranger("stranger", condition)
         join_all(threads)
       )"));
       EXPECT_THAT(trace.values("stranger"), AllOf(SizeIs(5), Each(Value(false))));
       std::vector<std::string> order(5, "produced");
       order.insert(order.end(), static_cast<std::size_t>(early + late), "consumed");
       EXPECT_EQ(trace.order({"produced", "consumed"}), order);
       EXPECT_EQ(trace.logs("consumed"), numbers_below(early + late));
     })},

    {"threading.condition.predicate-loop", property([](Trial& trial) {
       const auto consumers = trial.pick("consumers", 1, 3);
       const auto items = trial.pick("count", 0, 6);
       const bool waiting = trial.pick("all_wait", rc::gen::arbitrary<bool>());
       trial.pick("to_all", rc::gen::arbitrary<bool>());
       GateRule& produce = trial.open("produce");
       if (waiting) produce.after(begun("wait", consumers));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         items = []
         def consume():
             item = 0
             while item is not None:
                 with condition:
                     while not items:
                         record("wait", condition.wait())
                     item = items.pop(0)
                     log("consumed", item)
         threads = [started(consume) for _ in range(consumers)]
         gate("produce")
         for item in list(range(count)) + [None] * consumers:
             with condition:
                 items.append(item)
                 condition.notify_all() if to_all else condition.notify()
         join_all(threads)
       )"));
       Values consumed = numbers_below(items);
       consumed.resize(static_cast<std::size_t>(items + consumers));
       EXPECT_EQ(trace.logs("consumed"), consumed);
     }),
     adversary([](Trial& trial) {
       const auto items = trial.pick("count", 1, 6);
       for (int item = 0; item < items; ++item)
         trial.open("produce " + std::to_string(item)).after(begun("wait", item + 1));
       // Each notification comes as soon as the consumer has begun to wait.
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         items = []
         def consume():
             for _ in range(count):
                 with condition:
                     while not items:
                         record("wait", condition.wait())
                     log("consumed", items.pop(0))
         consumer = started(consume)
         for item in range(count):
             gate(f"produce {item}")
             with condition:
                 items.append(item)
                 condition.notify()
         consumer.join()
       )"));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(items));
     })},

    {"threading.condition.unguarded-pop", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 2, 4);
       const auto count = trial.pick("count", 1, waiters - 1);
       trial.open("all wait").after(begun("wait", waiters));
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         items = []
         def consume():
             try:
                 with condition:
                     record("wait", condition.wait())
                     record("pop", items.pop(0))
             except IndexError:
                 log("empty")
         threads = [started(consume) for _ in range(waiters)]
         gate("all wait")
         with condition:
             items.extend(range(count))
             condition.notify_all()
         join_all(threads)
         ask_stranger("after", condition)
       )"));
       EXPECT_THAT(trace.values("pop"), UnorderedElementsAreArray(numbers_below(count)));
       EXPECT_THAT(trace.errors("pop"), AllOf(SizeIs(static_cast<std::size_t>(waiters - count)),
                                              Each(Raised("IndexError"))));
       EXPECT_EQ(trace.count("empty"), static_cast<std::size_t>(waiters - count));
       EXPECT_EQ(trace.value("after"), true);
     })},
};

}  // namespace
}  // namespace touchstone
