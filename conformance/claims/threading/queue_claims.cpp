// The queue by itself: what put and get do, refuse, and wait for.
#include <optional>

#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// Puts and gets by one thread, and what each get finds: nothing where the queue is empty.
struct QueueSequence {
  std::vector<std::string> operations;
  std::vector<std::optional<Value>> found;

  explicit QueueSequence(const std::vector<std::int64_t>& drawn) {
    std::vector<std::int64_t> items;
    std::size_t taken = 0;
    for (const std::int64_t number : drawn) {
      operations.emplace_back(kWays[std::abs(number) % 8]);
      if (operations.back() == "put")
        items.push_back(static_cast<std::int64_t>(operations.size()) - 1);
      else if (taken < items.size())
        found.emplace_back(items[taken++]);
      else
        found.emplace_back();
    }
  }

  static constexpr const char* kWays[] = {"get",  "put", "get_nowait",   "put",
                                          "zero", "put", "zero by name", "put"};
};

const Checks threading_queue_checks{
    {"threading.queue.bad-timeout", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def try_each(misuse):
             bounded = queue.Queue(2)
             bounded.put("first")
             attempt("bad", misuse(bounded))
             log("left", bounded.get(False), bounded.empty())
         try_each(lambda bounded: bounded.get(True, -1))
         try_each(lambda bounded: bounded.get(timeout=-0.5))
         try_each(lambda bounded: bounded.put("second", timeout=-1))
       )");
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(3), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.log_rows("left"), AllOf(SizeIs(3), Each(Value(Tuple{{"first", true}}))));
     }),
     property([](Trial& trial) {
       trial.pick("negative", -9, -1);
       const Trace trace = trial.run(R"(
         bounded = queue.Queue(1)
         attempt("bad", bounded.get(True, negative / 4))
         bounded.put("first")
         attempt("bad", bounded.put("second", True, negative / 4))
         log("left", bounded.get(False), bounded.empty())
       )");
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(2), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.log_rows("left"), ElementsAre(Value(Tuple{{"first", true}})));
     }).times(10)},

    {"threading.queue.get-blocks", property([](Trial& trial) {
       const auto getters = trial.pick("getters", 1, 4);
       trial.open("put").after(begun("get", getters), blocked("get", getters)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         threads = [started(lambda: record("get", line.get())) for _ in range(getters)]
         gate("put")
         for number in range(getters):
             record("put", line.put(number))
         join_all(threads)
       )"));
       EXPECT_THAT(trace.values("get"), UnorderedElementsAreArray(numbers_below(getters)));
       const Operation first = trace.operations("put").front();
       for (const Operation& get : trace.operations("get"))
         EXPECT_TRUE(trace.begun_before_ended(first, get));
     }),
     adversary([](Trial& trial) {
       const auto getters = trial.pick("getters", 1, 3);
       trial.open("put").after(begun("get", getters), blocked("get", getters)).settle(20ms);
       // The item may be gone again before the getter that it woke comes for it.
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         threads = [started(lambda: record("get", line.get())) for _ in range(getters)]
         gate("put")
         def put_and_take():
             line.put(0)
             return line.get(False)
         attempt("get", put_and_take())
         for number in range(1, getters + 1):
             line.put(number)
         join_all(threads)
         while not line.empty():
             record("get", line.get(False))
       )"));
       EXPECT_THAT(trace.values("get"), UnorderedElementsAreArray(numbers_below(getters + 1)));
     }).times(10)},

    {"threading.queue.get-empty-nowait", property([](Trial& trial) {
       const QueueSequence sequence(trial.pick("drawn", arbitrary::small_integers(1, 16)));
       trial.bind("operations", sequence.operations);
       const Trace trace = trial.run(R"(
         line = queue.Queue()
         for number, operation in enumerate(operations + ["get"] * 20):
             if operation == "put":
                 line.put(number)
             elif operation == "get":
                 attempt("get", line.get(False))
             elif operation == "get_nowait":
                 attempt("get", line.get_nowait())
             elif operation == "zero":
                 attempt("get", line.get(True, 0))
             else:
                 attempt("get", line.get(timeout=0))
       )");
       const auto outcomes = trace.outcomes("get");
       for (std::size_t i = 0; i < sequence.found.size(); ++i) {
         if (sequence.found[i]) {
           EXPECT_THAT(outcomes.at(i), ValueIs(*sequence.found[i]));
         } else {
           EXPECT_THAT(outcomes.at(i), Raised("Empty"));
         }
       }
       EXPECT_THAT(outcomes.back(), Raised("Empty"));
     })},

    {"threading.queue.get-timeout", example([](Trial& trial) {
       trial.open("put").after(begun("get"), blocked("get")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         getter = started(lambda: record("get", line.get(timeout=3600)))
         gate("put")
         record("put", line.put("item"))
         getter.join()
       )"));
       EXPECT_EQ(trace.value("get"), "item");
       EXPECT_THAT(trace, Before("put", "get"));
     }),
     property([](Trial& trial) {
       const auto getters = trial.pick("getters", 1, 3);
       const auto count = trial.pick("count", 1, 3);
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         for _ in range(getters):
             elsewhere(lambda: attempt("expired", line.get(True, 0.01)))
         for number in range(count):
             line.put(number)
         for _ in range(count):
             attempt("got", line.get(False))
       )"));
       EXPECT_THAT(trace.outcomes("expired"),
                   AllOf(SizeIs(static_cast<std::size_t>(getters)), Each(Raised("Empty"))));
       EXPECT_EQ(trace.values("got"), numbers_below(count));
     }).times(10),
     adversary([](Trial& trial) {
       trial.pick_one("patience", {3600, 3600.5});
       trial.open("waits").after(begun("get"), blocked("get")).settle(20ms);
       trial.open("woken").after(ended("overtake")).settle(20ms);
       // The item may be gone again before the getter that it woke comes for it.
       const Trace trace = trial.run(with_threads(R"(
         line = queue.Queue()
         getter = started(lambda: attempt("get", line.get(timeout=patience)))
         gate("waits")
         def put_and_take():
             line.put(1)
             return line.get_nowait()
         attempt("overtake", put_and_take())
         gate("woken")
         line.put(2)
         getter.join()
       )"));
       const bool overtaken = trace.outcome("overtake").value() != nullptr;
       EXPECT_THAT(trace.outcome("get"), ValueIs(overtaken ? 2 : 1));
     }).times(4)},

    {"threading.queue.put-full",
     property([](Trial& trial) {
       const auto capacity = trial.pick("capacity", 1, 5);
       const Trace trace = trial.run(R"(
         bounded = queue.Queue(capacity)
         for number in range(capacity):
             record("put", bounded.put(number, False))
         attempt("refused", bounded.put("surplus", False))
         attempt("refused", bounded.put_nowait("surplus"))
         attempt("refused", bounded.put("surplus", timeout=0))
         attempt("refused", bounded.put("surplus", True, 0.01))
         log("got", bounded.get(False))
         record("put", bounded.put(capacity, False))
         for _ in range(capacity):
             log("got", bounded.get(False))
         log("empty", bounded.empty())
         for _ in range(capacity + 1):
             bounded.task_done()
         attempt("surplus", bounded.task_done())
       )");
       EXPECT_THAT(trace.outcomes("refused"), AllOf(SizeIs(4), Each(Raised("Full"))));
       EXPECT_EQ(trace.values("put").size(), static_cast<std::size_t>(capacity) + 1);
       EXPECT_EQ(trace.logs("got"), numbers_below(capacity + 1));
       EXPECT_THAT(trace.logs("empty"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.outcome("surplus"), Raised("ValueError"));
     }).times(10),
     adversary([](Trial& trial) {
       trial.pick_one("patience", {3600, 3600.5});
       trial.open("waits").after(begun("late"), blocked("late")).settle(20ms);
       trial.open("woken").after(ended("overtake")).settle(20ms);
       // The room may be gone again before the putter that it woke comes for it.
       const Trace trace = trial.run(with_threads(R"(
         bounded = queue.Queue(1)
         bounded.put("first")
         putter = started(lambda: record("late", bounded.put("late", timeout=patience)))
         gate("waits")
         def take_and_put():
             bounded.get()
             bounded.put("quick", False)
         attempt("overtake", take_and_put())
         gate("woken")
         log("size", bounded.qsize())
         bounded.get()
         putter.join()
       )"));
       EXPECT_THAT(trace.logs("size"), ElementsAre(Value(1)));
     }).times(4)},

    {"threading.queue.unbounded-default",
     property([](Trial& trial) {
       trial.pick("size", -3, 0);
       const Trace trace = trial.run(R"(
         for line in [queue.Queue(), queue.Queue(size), queue.Queue(maxsize=0)]:
             for number in range(1500):
                 line.put(number, False)
             log("full", line.full())
             log("in order", [line.get(False) for _ in range(1500)] == list(range(1500)))
       )");
       EXPECT_THAT(trace.logs("full"), AllOf(SizeIs(3), Each(Value(false))));
       EXPECT_THAT(trace.logs("in order"), AllOf(SizeIs(3), Each(Value(true))));
     }).times(8)},
};

}  // namespace
}  // namespace touchstone
