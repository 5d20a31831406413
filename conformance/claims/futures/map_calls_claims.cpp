// What an executor's map does when it is called, and how errors and timeouts come out of its
// results.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks futures_map_calls_checks{
    // A call that waits ends by the timeout, or never: the jobs are held until it has ended.
    {"futures.map.does-not-wait", adversary([](Trial& trial) {
       trial.open("hold").after(ended("map")).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             gate("hold")
             log("ran", n)
         pool = concurrent.futures.ThreadPoolExecutor(1)
         with attempt("map"):
             results = pool.map(task, range(4), timeout=0.01)
         pool.submit(abs, -9).result()
       )");
       EXPECT_THAT(trace.outcome("map"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(numbers_below(4)));
     })},

    {"futures.map.eager", property([](Trial& trial) {
                            const auto count = trial.pick("count", 1, 8);
                            const Trace trace = trial.run(R"(
         def inputs():
             for n in range(count):
                 log("input", n)
                 yield n
         def task(n):
             log("ran", n)
         pool = concurrent.futures.ThreadPoolExecutor(1)
         results = pool.map(task, inputs())
         log("input", "called")
         pool.submit(abs, -9).result()
         log("ran", "end")
       )");
                            Values inputs = numbers_below(count);
                            inputs.emplace_back("called");
                            EXPECT_EQ(trace.logs("input"), inputs);
                            Values ran = numbers_below(count);
                            ran.emplace_back("end");
                            EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(ran));
                          }).times(10)},

    {"futures.map.error-at-its-place",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto failing = std::min(count - 1, trial.pick("place", 0, 5));
       trial.bind("failing", failing);
       trial.open("hold").after(ended("failing job")).for_many();
       const Trace trace = trial.run(R"(
         def fail(n):
             raise KeyError(n)
         def task(n):
             if n == failing:
                 record("failing job", fail(n))
             gate("hold")
             return n
         pool = concurrent.futures.ThreadPoolExecutor(count)
         with attempt("map"):
             results = pool.map(task, range(count))
         for _ in range(failing + 1):
             attempt("next", next(results))
       )");
       EXPECT_THAT(trace.outcome("map"), ValueIs(Value()));
       std::vector<testing::Matcher<const Outcome&>> expected;
       for (std::int64_t n = 0; n < failing; ++n) expected.push_back(ValueIs(n));
       expected.emplace_back(Raised("KeyError"));
       EXPECT_THAT(trace.outcomes("next"), ElementsAreArray(expected));
       EXPECT_THAT(trace.errors("next").back().args, ElementsAre(Value(failing)));
     }).times(12)},

    {"futures.map.error-ends-iteration",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 6);
       const auto failing = std::min(count - 1, trial.pick("place", 0, 5));
       trial.bind("failing", failing);
       const Trace trace = trial.run(R"(
         def task(n):
             if n == failing:
                 raise KeyError(n)
             return n
         pool = concurrent.futures.ThreadPoolExecutor(2)
         results = pool.map(task, range(count))
         for _ in range(failing):
             next(results)
         attempt("failing", next(results))
         for _ in range(3):
             attempt("after", next(results))
       )");
       EXPECT_THAT(trace.outcome("failing"), Raised("KeyError"));
       EXPECT_THAT(trace.outcomes("after"), SizeIs(3));
       EXPECT_THAT(trace.outcomes("after"), Each(Raised("StopIteration")));
     }).times(12)},

    // The time counts from the call, so the free job may come too late as well, and is cancelled
    // then if it has not begun; the held one never comes.
    {"futures.map.timeout", adversary([](Trial& trial) {
       trial.open("running").after(reached("hold"));
       trial.open("hold").after(ended("next", 2));
       const Trace trace = trial.run(R"(
         def task(n):
             if n == 1:
                 gate("hold")
                 log("ran")
             return n
         pool = concurrent.futures.ThreadPoolExecutor(2)
         with attempt("map"):
             results = pool.map(task, range(2), timeout=0.01)
         gate("running")
         attempt("next", next(results))
         attempt("next", next(results))
         pool.shutdown()
       )");
       EXPECT_THAT(trace.outcome("map"), ValueIs(Value()));
       EXPECT_THAT(trace.outcomes("next"),
                   AnyOf(ElementsAre(ValueIs(0), Raised("TimeoutError")),
                         ElementsAre(Raised("TimeoutError"), Raised("StopIteration"))));
       EXPECT_EQ(trace.count("ran"), 1u);
     }),
     adversary([](Trial& trial) {
       trial.pick_one("timeout", {3600, nullptr});
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(2)
         attempt("results", sorted(pool.map(abs, range(4), timeout=timeout)))
       )");
       EXPECT_THAT(trace.outcome("results"), ValueIs(Value(List{numbers_below(4)})));
     }).times(4),
     // No time at all is a limit too, for what is not there; what is there is given.
     adversary([](Trial& trial) {
       trial.pick_one("timeout", {0, 0.0, -1});
       trial.open("hold").after(ended("next"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         results = pool.map(abs, [-7], timeout=timeout)
         attempt("next", next(results))
         held.result()
         results = pool.map(abs, [-7, -8], timeout=timeout)
         pool.submit(abs, -9).result()
         attempt("late", list(results))
       )"));
       EXPECT_THAT(trace.outcome("next"), Raised("TimeoutError"));
       EXPECT_THAT(trace.outcome("late"), ValueIs(Value(List{{7, 8}})));
     }).times(6)},
};

}  // namespace
}  // namespace touchstone
