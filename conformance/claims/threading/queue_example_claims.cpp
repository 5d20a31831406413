// Producer, queue, consumer, and None as the signal to stop.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// The documents' program; `ahead` puts are reported before an item is taken, with 0 every get has
/// begun before its put.
constexpr std::string_view kProgram = R"(
  line = queue.Queue()
  def produce():
      for item in items:
          if ahead == 0:
              gate(f"produce {item}")
          line.put(item)
          log("Produced", item)
  def consume():
      taken = 0
      while True:
          if taken < len(items) and ahead > 0:
              gate(f"consume {items[taken]}")
          item = record("get", line.get())
          if item is None:
              break
          log("Consumed", item)
          line.task_done()
          taken += 1
      log("consumer ends")
  producer = started(produce)
  consumer = started(consume)
  producer.join()
  line.put(None)
  consumer.join()
)";

Trace run_program(Trial& trial, const std::vector<std::string>& items, std::int64_t ahead) {
  const auto count = static_cast<std::int64_t>(items.size());
  for (std::int64_t i = 0; i < count; ++i) {
    const std::string& item = items[static_cast<std::size_t>(i)];
    if (ahead == 0)
      trial.open("produce " + item).after(begun("get", i + 1), blocked("get"));
    else
      trial.open("consume " + item).after(logged("Produced", std::min(count, i + ahead)));
  }
  return trial.run(with_threads(kProgram));
}

const Checks threading_queue_example_checks{
    {"threading.queue.example-duration", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         pause = 0.02
         def produce():
             for number in range(5):
                 line.put(f"item-{number}")
                 time.sleep(pause)
         begun = time.monotonic()
         elsewhere(produce)
         log("pauses", (time.monotonic() - begun) / pause)
       )"));
       trial.report("pauses that five puts with a pause after each took", figure(trace, "pauses"));
     })},

    {"threading.queue.example-items", example([](Trial& trial) {
       trial.bind("ahead", 1);
       const std::vector<std::string> items = {"item-0", "item-1", "item-2", "item-3", "item-4"};
       trial.bind("items", items);
       const Trace trace = run_program(trial, items, 1);
       EXPECT_EQ(Value(List{trace.logs("Produced")}), Value(items));
       EXPECT_EQ(Value(List{trace.logs("Consumed")}), Value(items));
       EXPECT_EQ(trace.count("consumer ends"), 1u);
     }),
     property([](Trial& trial) {
       const auto ahead = trial.pick("ahead", 0, 5);
       trial.bind("items", List{numbers_below(5)});
       const Trace trace = run_program(trial, {"0", "1", "2", "3", "4"}, ahead);
       EXPECT_EQ(trace.logs("Produced"), numbers_below(5));
       EXPECT_EQ(trace.logs("Consumed"), numbers_below(5));
       EXPECT_EQ(trace.count("consumer ends"), 1u);
     }).times(12)},

    {"threading.queue.falsy-items-are-data", property([](Trial& trial) {
       const Values falsy = {0, false, "", List{}, 0.0, Tuple{}};
       const auto drawn = trial.pick("drawn", arbitrary::small_integers(1, 8));
       Values items;
       for (const std::int64_t number : drawn)
         items.push_back(falsy[static_cast<std::size_t>(std::abs(number)) % falsy.size()]);
       trial.bind("items", List{items});
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         def consume(get):
             consumed = []
             while True:
                 item = get()
                 if item is None:
                     break
                 consumed.append(item)
             log("consumed", consumed)
         ways = [lambda: line.get(), lambda: line.get(False), lambda: line.get_nowait()]
         ways.append(lambda: line.get(timeout=3600))
         ways.append(lambda: line.get(True, 0))
         for get in ways:
             for item in items + [None, "after the stop"]:
                 line.put(item)
             elsewhere(consume, get)
             log("left", get())
       )"));
       EXPECT_THAT(trace.logs("consumed"), AllOf(SizeIs(5), Each(Value(List{items}))));
       EXPECT_THAT(trace.logs("left"), AllOf(SizeIs(5), Each(Value("after the stop"))));
     }),
     adversary([](Trial& trial) {
       trial.open("put").after(begun("get", 2), blocked("get", 2)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         threads = [started(lambda: record("get", line.get()))]
         threads.append(started(lambda: record("get", line.get(timeout=3600))))
         gate("put")
         line.put(None)
         line.put(None)
         join_all(threads)
         log("left", line.qsize())
       )"));
       EXPECT_THAT(trace.values("get"), ElementsAre(Value(), Value()));
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(0)));
     })},

    {"threading.queue.one-sentinel-per-consumer", property([](Trial& trial) {
       const auto consumers = trial.pick("consumers", 1, 4);
       const auto signals = trial.pick("signals", 0, consumers - 1);
       GateRule& stop = trial.open("stop").after(begun("get", consumers));
       stop.after(blocked("get", consumers));
       GateRule& stopped = trial.open("stopped").settle(20ms);
       if (signals > 0) stopped.after(logged("ended", signals));
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         phase = 1
         def consume():
             item = 0
             while item is not None:
                 item = record("get", line.get())
             log("ended", phase)
         threads = [started(consume) for _ in range(consumers)]
         gate("stop")
         for _ in range(signals):
             line.put(None)
         gate("stopped")
         phase = 2
         for _ in range(consumers - signals):
             line.put(None)
         join_all(threads)
       )"));
       EXPECT_EQ(std::ranges::count(trace.logs("ended"), Value(1)), signals);
       EXPECT_EQ(trace.count("ended"), static_cast<std::size_t>(consumers));
     })},

    {"threading.queue.report-order",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       for (int i = 0; i < count; ++i)
         trial.open("report " + std::to_string(i)).after(logged("Consumed", i + 1));
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         def produce():
             for number in range(count):
                 line.put(number)
                 gate(f"report {number}")
                 log("Produced", number)
         def consume():
             for _ in range(count):
                 log("Consumed", line.get())
         join_all([started(produce), started(consume)])
       )"));
       std::vector<std::string> order;
       for (int i = 0; i < count; ++i) order.insert(order.end(), {"Consumed", "Produced"});
       EXPECT_EQ(trace.order({"Consumed", "Produced"}), order);
       EXPECT_EQ(trace.logs("Produced"), numbers_below(count));
       EXPECT_EQ(trace.logs("Consumed"), numbers_below(count));
     }).times(10)},

    {"threading.queue.sentinel-after-all-items", property([](Trial& trial) {
       const auto count = trial.pick("count", 0, 8);
       trial.open("consume").after(logged("signalled"));
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         def produce():
             for number in range(count):
                 line.put(number)
         def consume():
             gate("consume")
             items = []
             while True:
                 item = line.get()
                 if item is None:
                     break
                 items.append(item)
             log("items", items)
         consumer = started(consume)
         elsewhere(produce)
         line.put(None)
         log("signalled")
         consumer.join()
       )"));
       EXPECT_THAT(trace.logs("items"), ElementsAre(Value(List{numbers_below(count)})));
     }),
     adversary([](Trial& trial) {
       trial.open("produce").after(begun("get"), blocked("get")).settle(20ms);
       trial.open("signal").after(logged("consumed", 2), begun("get", 3)).settle(20ms);
       // A consumer that finds nothing waits, and does not take that for the signal.
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         def consume():
             while True:
                 item = record("get", line.get())
                 if item is None:
                     break
                 log("consumed", item)
         consumer = started(consume)
         gate("produce")
         line.put("first")
         line.put("second")
         gate("signal")
         record("signal", line.put(None))
         consumer.join()
       )"));
       EXPECT_THAT(trace.values("get"), ElementsAre(Value("first"), Value("second"), Value()));
     })},

    {"threading.queue.sentinel-unacknowledged",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 0, 5);
       const auto joiners = trial.pick("joiners", 1, 2);
       trial.open("acknowledge")
           .after(begun("join", joiners), blocked("join", joiners))
           .settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         def consume():
             while True:
                 item = line.get()
                 if item is None:
                     break
                 log("consumed", item)
                 line.task_done()
         consumer = started(consume)
         for number in range(count):
             line.put(number)
         line.put(None)
         consumer.join()
         threads = [started(lambda: record("join", line.join())) for _ in range(joiners)]
         gate("acknowledge")
         record("acknowledge", line.task_done())
         join_all(threads)
       )"));
       EXPECT_THAT(trace, Before("acknowledge", "join"));
       EXPECT_EQ(trace.count("consumed"), static_cast<std::size_t>(count));
     }).times(10)},
};

}  // namespace
}  // namespace touchstone
