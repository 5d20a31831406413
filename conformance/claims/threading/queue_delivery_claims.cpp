// Many producers and consumers at one queue; the acknowledgement of what was taken.
#include <map>

#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// Producers, each with numbers of its own, and consumers that end at None.
constexpr std::string_view kTraffic = R"(
  line = queue.Queue(capacity)
  def produce(producer):
      for number in range(count):
          line.put((producer, number))
          log("put")
  def consume(consumer):
      gate("consume")
      while True:
          item = line.get()
          if item is None:
              break
          log("got", consumer, item[0], item[1])
  takers = [started(consume, number) for number in range(consumers)]
  join_all([started(produce, number) for number in range(producers)])
  for _ in takers:
      line.put(None)
  join_all(takers)
  log("left", line.qsize())
)";

struct Traffic {
  std::int64_t producers;
  std::int64_t count;
};

/// Consumers begin at once.
Traffic free_traffic(Trial& trial) {
  trial.open("consume");
  trial.pick("consumers", 1, 3);
  trial.pick("capacity", 0, 3);
  const auto producers = trial.pick("producers", 1, 3);
  return {producers, trial.pick("count", 0, 6)};
}

/// One consumer, which begins when all items have been put.
Traffic backlog(Trial& trial) {
  trial.bind("consumers", 1);
  trial.bind("capacity", 0);
  const auto producers = trial.pick("producers", 1, 2);
  const auto count = trial.pick("count", 3, 6);
  trial.open("consume").after(logged("put", producers * count));
  return {producers, count};
}

/// Rows (consumer, producer, number), in the order of the trace; empty where there are none.
Values deliveries(const Trace& trace) {
  return trace.absent("got") ? Values() : trace.log_rows("got");
}

/// What one consumer takes from one producer comes in the order of its numbers.
void judge_order(Trial& trial, const Traffic& traffic) {
  const Trace trace = trial.run(with_threads(kTraffic));
  std::map<std::string, std::int64_t> latest;
  for (const Value& row : deliveries(trace)) {
    const Values& items = row.get_if<Tuple>()->items;
    const auto number = from_value<std::int64_t>(items[2]);
    const std::string pair = repr(items[0]) + " from " + repr(items[1]);
    EXPECT_TRUE(!latest.contains(pair) || latest[pair] < number) << pair;
    latest[pair] = number;
  }
  EXPECT_EQ(deliveries(trace).size(), static_cast<std::size_t>(traffic.producers * traffic.count));
}

/// An item whose put had to wait for room is behind those that were there already.
void judge_blocked_put(Trial& trial) {
  trial.open("make room").after(begun("put", 4), blocked("put")).settle(20ms);
  trial.open("go on").after(ended("put", 4));
  const Trace trace = trial.run(with_threads(R"(
    line = queue.Queue(3)
    def produce():
        for number in range(4):
            record("put", line.put(number))
    producer = started(produce)
    gate("make room")
    log("got", line.get())
    gate("go on")
    for _ in range(3):
        log("got", line.get())
    producer.join()
  )"));
  EXPECT_EQ(trace.logs("got"), numbers_below(4));
}

const Checks threading_queue_delivery_checks{
    {"threading.queue.exactly-once", property([](Trial& trial) {
       const Traffic traffic = free_traffic(trial);
       const Trace trace = trial.run(with_threads(kTraffic));
       Values put;
       for (std::int64_t producer = 0; producer < traffic.producers; ++producer)
         for (std::int64_t number = 0; number < traffic.count; ++number)
           put.emplace_back(Tuple{{producer, number}});
       Values got;
       for (const Value& row : deliveries(trace)) {
         const Values& items = row.get_if<Tuple>()->items;
         got.emplace_back(Tuple{{items[1], items[2]}});
       }
       EXPECT_THAT(got, UnorderedElementsAreArray(put));
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(0)));
     }),
     adversary([](Trial& trial) {
       const auto getters = trial.pick("getters", 2, 4);
       trial.open("put").after(begun("get", getters), blocked("get", getters));
       trial.open("one got it").after(logged("got")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         phase = 1
         def take():
             record("get", line.get())
             log("got", phase)
         threads = [started(take) for _ in range(getters)]
         gate("put")
         line.put(0)
         gate("one got it")
         phase = 2
         for number in range(1, getters):
             line.put(number)
         join_all(threads)
       )"));
       EXPECT_EQ(std::ranges::count(trace.logs("got"), Value(1)), 1);
       EXPECT_THAT(trace.values("get"), UnorderedElementsAreArray(numbers_below(getters)));
     }).times(10),
     adversary([](Trial& trial) {
       const auto capacity = trial.pick("capacity", 2, 3);
       trial.open("take").after(begun("put", capacity), blocked("put", capacity)).settle(20ms);
       trial.open("take the rest").after(ended("put", capacity));
       // Each get makes room for one, whether the queue was full or not.
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue(capacity)
         for number in range(capacity):
             line.put(number)
         def put(number):
             record("put", line.put(number))
         threads = [started(put, capacity + number) for number in range(capacity)]
         gate("take")
         got = [line.get() for _ in range(capacity)]
         gate("take the rest")
         log("got", got + [line.get() for _ in range(capacity)])
         join_all(threads)
       )"));
       const Values got = trace.logs("got").front().get_if<List>()->items;
       EXPECT_THAT(got, UnorderedElementsAreArray(numbers_below(2 * capacity)));
     }).times(4)},

    {"threading.queue.fifo", property([](Trial& trial) {
       const Values items = trial.pick("items", rc::gen::container<Values>(arbitrary::datum()));
       const Trace trace = trial.run(R"(
         line = queue.Queue()
         for item in items:
             line.put(item)
         log("got", [line.get(False) for _ in items])
       )");
       EXPECT_THAT(trace.logs("got"), ElementsAre(Value(List{items})));
     }),
     adversary([](Trial& trial) {
       const auto count = trial.pick("count", 1, 8);
       const auto backlog = trial.pick("backlog", 0, count);
       GateRule& consume = trial.open("consume");
       if (backlog > 0) consume.after(logged("put", backlog));
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         def consume():
             gate("consume")
             for _ in range(count):
                 log("got", line.get())
         consumer = started(consume)
         for number in range(count):
             line.put(number)
             log("put")
         consumer.join()
       )"));
       EXPECT_EQ(trace.logs("got"), numbers_below(count));
     }),
     example([](Trial& trial) { judge_blocked_put(trial); })},

    {"threading.queue.per-producer-order",
     property([](Trial& trial) { judge_order(trial, free_traffic(trial)); }),
     adversary([](Trial& trial) { judge_order(trial, backlog(trial)); }).times(10),
     example([](Trial& trial) { judge_blocked_put(trial); })},

    {"threading.queue.task-done-counts-puts",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const Trace trace = trial.run(R"(
         line = queue.Queue()
         for number in range(count):
             line.put(number)
         for _ in range(count):
             attempt("done", line.task_done())
         attempt("surplus", line.task_done())
         line.join()
         for _ in range(count):
             log("left", line.get(False))
       )");
       EXPECT_THAT(trace.outcomes("done"), Each(ValueIs(Value())));
       EXPECT_THAT(trace.outcome("surplus"), Raised("ValueError"));
       EXPECT_EQ(trace.logs("left"), numbers_below(count));
     }).times(10)},

    {"threading.queue.task-done-too-many",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 0, 4);
       const auto surplus = trial.pick("surplus", 1, 3);
       trial.open("acknowledge").after(begun("join"), blocked("join")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         for number in range(count):
             line.put(number)
             line.get()
             attempt("done", line.task_done())
         for _ in range(surplus):
             attempt("surplus", line.task_done())
         line.put("more")
         line.get()
         joiner = started(lambda: record("join", line.join()))
         gate("acknowledge")
         record("last done", line.task_done())
         joiner.join()
       )"));
       if (count > 0) {
         EXPECT_THAT(trace.outcomes("done"), Each(ValueIs(Value())));
       }
       EXPECT_THAT(trace.outcomes("surplus"),
                   AllOf(SizeIs(static_cast<std::size_t>(surplus)), Each(Raised("ValueError"))));
       EXPECT_THAT(trace, Before("last done", "join"));
     }).times(10)},
};

}  // namespace
}  // namespace touchstone
