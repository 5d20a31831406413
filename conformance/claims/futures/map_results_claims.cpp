// The results of an executor's map: which they are, in which order, how often they can be read.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

const Checks futures_map_results_checks{
    {"futures.map.empty", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(*arguments):
             log("ran")
         pool = concurrent.futures.ThreadPoolExecutor(1)
         record("all", list(pool.map(task, [])))
         record("all", list(pool.map(task, [1, 2], [])))
         attempt("next", next(pool.map(task, [])))
         pool.submit(abs, -9).result()
       )");
       EXPECT_THAT(trace.values("all"), ElementsAre(Value(List{}), Value(List{})));
       EXPECT_THAT(trace.outcome("next"), Raised("StopIteration"));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"futures.map.example-doubling", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             return n * 2
         with concurrent.futures.ThreadPoolExecutor(max_workers=4) as executor:
             results = executor.map(task, range(10))
         record("results", list(results))
       )");
       EXPECT_EQ(trace.value("results"), Value(List{{0, 2, 4, 6, 8, 10, 12, 14, 16, 18}}));
     }),
     property([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers());
       trial.pick("workers", 1, 5);
       const Trace trace = trial.run(R"(
         def task(n):
             return n * 2
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         record("results", list(pool.map(task, numbers)))
       )");
       Values doubled;
       for (const std::int64_t number : numbers) doubled.emplace_back(2 * number);
       EXPECT_EQ(trace.value("results"), Value(List{doubled}));
     }).times(10)},

    {"futures.map.example-squares", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def square(n):
             return n * n
         for workers in [3, 4]:
             with concurrent.futures.ThreadPoolExecutor(max_workers=workers) as executor:
                 results = executor.map(square, range(10))
             record("results", list(results))
       )");
       const Value figure(List{{0, 1, 4, 9, 16, 25, 36, 49, 64, 81}});
       EXPECT_THAT(trace.values("results"), ElementsAre(figure, figure));
     }),
     property([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers());
       trial.pick_one("workers", {3, 4});
       const Trace trace = trial.run(R"(
         def square(n):
             return n * n
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         record("results", list(pool.map(square, numbers)))
       )");
       EXPECT_EQ(trace.value("results"), Value(List{squares(numbers)}));
     }).times(10)},

    {"futures.map.input-order",
     property([](Trial& trial) {
       const Numbers order = pick_order(trial, "order", 4);
       const auto job = [&](std::size_t place) { return "job " + std::to_string(order[place]); };
       for (std::size_t place = 0; place < order.size(); ++place)
         trial.open(job(place)).after(reached(job(place)));
       for (std::size_t place = 1; place < order.size(); ++place)
         trial.open(job(place)).after(logged("end of " + job(place - 1)));
       const Trace trace = trial.run(R"(
         def task(n):
             gate(f"job {n}")
             log(f"end of job {n}")
             return n
         pool = concurrent.futures.ThreadPoolExecutor(4)
         record("results", list(pool.map(task, range(4))))
       )");
       EXPECT_EQ(trace.value("results"), Value(List{numbers_below(4)}));
     }).times(12),
     adversary([](Trial& trial) {
       trial.open("first").after(logged("last has ended"));
       const Trace trace = trial.run(R"(
         def task(name):
             if name == "first":
                 gate("first")
             return name
         pool = concurrent.futures.ThreadPoolExecutor(2)
         results = pool.map(task, ["first", "middle", "last"])
         pool.submit(abs, -7).result()
         log("last has ended")
         record("results", list(results))
       )");
       EXPECT_EQ(trace.value("results"), Value(List{{"first", "middle", "last"}}));
     }),
     // The first job is held until a result has been asked for in vain; all others are there.
     adversary([](Trial& trial) {
       trial.open("first").after(ended("next"));
       const Trace trace = trial.run(R"(
         def task(name):
             if name == "first":
                 gate("first")
             return name
         pool = concurrent.futures.ThreadPoolExecutor(2)
         results = pool.map(task, ["first", "middle", "last"], timeout=0.2)
         pool.submit(abs, -7).result()
         attempt("next", next(results))
       )");
       EXPECT_THAT(trace.outcome("next"), Raised("TimeoutError"));
     })},

    {"futures.map.one-pass-iterator",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 0, 6);
       trial.bind("steps", std::min(count, trial.pick("taken", 0, 6)));
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(2)
         results = pool.map(abs, range(count))
         attempt("same", iter(results) is results)
         taken = []
         with attempt("steps"):
             for _ in range(steps):
                 taken.append(next(results))
         attempt("all", sorted(taken + list(results)))
         attempt("second", list(results))
         attempt("end", next(results))
       )");
       EXPECT_THAT(trace.outcome("same"), ValueIs(true));
       EXPECT_THAT(trace.outcome("steps"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("all"), ValueIs(Value(List{numbers_below(count)})));
       EXPECT_THAT(trace.outcome("second"), ValueIs(Value(List{})));
       EXPECT_THAT(trace.outcome("end"), Raised("StopIteration"));
     }).times(12)},

    {"futures.map.results-after-exit",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 10);
       trial.pick("workers", 1, 3);
       trial.open("hold").after(logged("leaving")).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             gate("hold")
             log("ran", n)
             return n
         with concurrent.futures.ThreadPoolExecutor(workers) as pool:
             results = pool.map(task, range(count))
             log("leaving")
         attempt("results", sorted(results))
       )");
       EXPECT_THAT(trace.outcome("results"), ValueIs(Value(List{numbers_below(count)})));
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(numbers_below(count)));
     }).times(8)},

    {"futures.map.shortest",
     property([](Trial& trial) {
       const Numbers first = trial.pick("first", arbitrary::small_integers(0, 6));
       const Numbers second = trial.pick("second", arbitrary::small_integers(0, 6));
       const Trace trace = trial.run(R"(
         def add(a, b):
             return a + b
         pool = concurrent.futures.ThreadPoolExecutor(2)
         attempt("results", list(pool.map(add, first, second)))
         attempt("three", list(pool.map(max, first, second, [0])))
       )");
       Values sums;
       for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i)
         sums.emplace_back(first[i] + second[i]);
       EXPECT_THAT(trace.outcome("results"), ValueIs(Value(List{sums})));
       Values most;
       if (!sums.empty()) most.emplace_back(std::max({first[0], second[0], std::int64_t{0}}));
       EXPECT_THAT(trace.outcome("three"), ValueIs(Value(List{most})));
     }).times(12)},
};

}  // namespace
}  // namespace touchstone
