// as_completed: which futures it yields, when, and how it ends.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks futures_as_completed_checks{
    // With a timeout of zero what is finished is yielded all the same: nothing has to be waited
    // for.
    {"futures.as-completed.already-done", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 8);
       const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in range(count)]
         for promise in promises:
             promise.set_result("value")
         with attempt("iterate"):
             for promise in concurrent.futures.as_completed(promises, timeout=0):
                 log("yielded", promises.index(promise))
       )");
       EXPECT_THAT(trace.outcome("iterate"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("yielded"), UnorderedElementsAreArray(numbers_below(count)));
     }),
     property([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in numbers]
         finished = [place for place in range(len(numbers)) if numbers[place] >= 0]
         for place in finished:
             promises[place].set_result("early")
         completed = concurrent.futures.as_completed(promises)
         first = [promises.index(next(completed)) for _ in finished]
         for place in range(len(numbers)):
             if numbers[place] < 0:
                 promises[place].set_result("late")
         record("first", sorted(first) == finished)
         record("rest", sorted([promises.index(promise) for promise in completed]))
       )");
       EXPECT_EQ(trace.value("first"), Value(true));
       Values late;
       for (std::size_t place = 0; place < numbers.size(); ++place)
         if (numbers[place] < 0) late.emplace_back(place);
       EXPECT_EQ(trace.value("rest"), Value(List{late}));
     })},

    {"futures.as-completed.completion-order",
     property([](Trial& trial) {
       const Numbers order = pick_order(trial, "order", 4);
       const auto job = [&](std::size_t place) { return "job " + std::to_string(order[place]); };
       trial.open(job(0)).after(reached(job(3)), begun("iterate"), blocked("iterate"));
       for (int place = 1; place < 4; ++place)
         trial.open(job(static_cast<std::size_t>(place))).after(logged("yielded", place));
       const Trace trace = trial.run(R"(
         def task(n):
             gate(f"job {n}")
         pool = concurrent.futures.ThreadPoolExecutor(4)
         futures = [pool.submit(task, n) for n in range(4)]
         with record("iterate"):
             for future in concurrent.futures.as_completed(futures):
                 log("yielded", futures.index(future))
       )");
       EXPECT_EQ(trace.logs("yielded"), Values(order.begin(), order.end()));
     }).times(12),
     // All of them finish between two steps: the first step begins the iteration.
     property([](Trial& trial) {
       const Numbers order = pick_order(trial, "order", 5);
       const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in order]
         early = concurrent.futures.Future()
         early.set_result("early")
         completed = concurrent.futures.as_completed([early] + promises)
         record("early", next(completed) is early)
         for place in order:
             promises[place].set_result("late")
         for promise in completed:
             log("yielded", promises.index(promise))
       )");
       EXPECT_EQ(trace.value("early"), Value(true));
       EXPECT_EQ(trace.logs("yielded"), Values(order.begin(), order.end()));
     })},

    {"futures.as-completed.duplicates", property([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers(1, 10));
       const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in range(4)]
         for promise in promises:
             promise.set_result("value")
         given = [promises[number % 4] for number in numbers]
         with attempt("iterate"):
             for promise in concurrent.futures.as_completed(given, timeout=0):
                 log("yielded", promises.index(promise))
       )");
       Values expected;
       for (std::int64_t place = 0; place < 4; ++place) {
         const auto is_it = [&](std::int64_t n) { return ((n % 4) + 4) % 4 == place; };
         if (std::ranges::any_of(numbers, is_it)) expected.emplace_back(place);
       }
       EXPECT_THAT(trace.outcome("iterate"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("yielded"), UnorderedElementsAreArray(expected));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         ready, late = concurrent.futures.Future(), concurrent.futures.Future()
         ready.set_result("ready")
         completed = concurrent.futures.as_completed([ready, late, late, ready, late])
         log("yielded", next(completed).result(timeout=0))
         late.set_result("late")
         for promise in completed:
             log("yielded", promise.result(timeout=0))
       )");
       EXPECT_THAT(trace.logs("yielded"), ElementsAre(Value("ready"), Value("late")));
     })},

    {"futures.as-completed.empty", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("all", list(concurrent.futures.as_completed([], timeout=0)))
       )");
       EXPECT_THAT(trace.outcome("all"), ValueIs(Value(List{})));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("all", list(concurrent.futures.as_completed([])))
         attempt("next", next(concurrent.futures.as_completed([])))
       )");
       EXPECT_THAT(trace.outcome("all"), ValueIs(Value(List{})));
       EXPECT_THAT(trace.outcome("next"), Raised("StopIteration"));
     })},

    {"futures.as-completed.example-squares", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         pool = concurrent.futures.ThreadPoolExecutor(4)
         futures = [pool.submit(task, n) for n in range(10)]
         for future in concurrent.futures.as_completed(futures):
             log("square", future.result())
       )");
       EXPECT_THAT(trace.logs("square"),
                   UnorderedElementsAreArray(Values{0, 1, 4, 9, 16, 25, 36, 49, 64, 81}));
     }),
     property([](Trial& trial) {
       trial.pick("workers", 1, 4);
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers(1, 12));
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         futures = [pool.submit(task, n) for n in numbers]
         for future in concurrent.futures.as_completed(futures):
             log("square", future.result())
       )");
       EXPECT_THAT(trace.logs("square"), UnorderedElementsAreArray(squares(numbers)));
     }).times(10)},

    {"futures.as-completed.immediate", adversary([](Trial& trial) {
                                         trial.pick("finished", 0, 3);
                                         const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in range(4)]
         promises[finished].set_result("value")
         completed = concurrent.futures.as_completed(promises, timeout=0)
         attempt("first", next(completed) is promises[finished])
       )");
                                         EXPECT_THAT(trace.outcome("first"), ValueIs(true));
                                       }).times(4),
     adversary([](Trial& trial) {
       trial.pick("free", 0, 3);
       trial.open("free").after(begun("first"), blocked("first"), reached("hold", 3));
       trial.open("hold").after(ended("first"));
       const Trace trace = trial.run(R"(
         def task(n):
             gate("free" if n == free else "hold")
         pool = concurrent.futures.ThreadPoolExecutor(4)
         futures = [pool.submit(task, n) for n in range(4)]
         completed = concurrent.futures.as_completed(futures)
         record("first", futures.index(next(completed)) == free)
         record("rest", len(list(completed)))
       )");
       EXPECT_EQ(trace.value("first"), Value(true));
       EXPECT_EQ(trace.value("rest"), Value(3));
     }).times(8),
     // The last one that is waited for ends in any way.
     adversary([](Trial& trial) {
       trial.pick_one("way", {"value", "error", "cancellation"});
       trial.open("hold").after(logged("yielded"), blocked("iterate"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task():
             if way == "error":
                 raise KeyError("of the job")
         early = concurrent.futures.Future()
         early.set_result("early")
         last = pool.submit(task)
         if way == "cancellation":
             last.cancel()
         with record("iterate"):
             for future in concurrent.futures.as_completed([early, last]):
                 log("yielded", future is last)
       )"));
       EXPECT_THAT(trace.logs("yielded"), ElementsAre(Value(false), Value(true)));
     }).times(8)},

    // A worker passes over a cancelled job before it takes the one behind it.
    {"futures.as-completed.includes-cancelled", adversary([](Trial& trial) {
       trial.open("hold").after(logged("cancelled"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         futures = [pool.submit(abs, -n) for n in range(4)]
         futures[1].cancel()
         futures[3].cancel()
         log("cancelled")
         pool.submit(abs, -9).result()
         with attempt("iterate"):
             for future in concurrent.futures.as_completed(futures, timeout=0):
                 log("yielded", futures.index(future), future.cancelled())
       )"));
       EXPECT_THAT(trace.outcome("iterate"), ValueIs(Value()));
       const Values expected = {Tuple{{0, false}}, Tuple{{1, true}}, Tuple{{2, false}},
                                Tuple{{3, true}}};
       EXPECT_THAT(trace.log_rows("yielded"), UnorderedElementsAreArray(expected));
     }),
     adversary([](Trial& trial) {
       trial.open("cancel").after(begun("iterate"), blocked("iterate"));
       trial.open("hold").after(logged("cancelled"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         futures = [pool.submit(abs, -n) for n in range(3)]
         def cancel_them():
             gate("cancel")
             futures[0].cancel()
             futures[2].cancel()
             log("cancelled")
         canceller = concurrent.futures.ThreadPoolExecutor(1)
         canceller.submit(cancel_them)
         with record("iterate"):
             for future in concurrent.futures.as_completed(futures):
                 log("yielded", futures.index(future), future.cancelled())
       )"));
       const Values expected = {Tuple{{0, true}}, Tuple{{1, false}}, Tuple{{2, true}}};
       EXPECT_THAT(trace.log_rows("yielded"), UnorderedElementsAreArray(expected));
     })},

    {"futures.as-completed.timeout",
     property([](Trial& trial) {
       const auto held = trial.pick("held", 1, 3);
       const auto free = trial.pick("free", 0, 3);
       trial.open("hold").after(reached("hold", static_cast<int>(held)));
       trial.open("hold").after(ended("next", static_cast<int>(free) + 1));
       const Trace trace = trial.run(R"(
         def task(n):
             if n < held:
                 gate("hold")
             return n
         pool = concurrent.futures.ThreadPoolExecutor(held + free)
         futures = [pool.submit(task, n) for n in range(held + free)]
         for future in futures[held:]:
             future.result()
         completed = concurrent.futures.as_completed(futures, timeout=0.01)
         for _ in range(free + 1):
             attempt("next", futures.index(next(completed)) >= held)
         for future in futures:
             attempt("later", future.result())
       )");
       std::vector<testing::Matcher<const Outcome&>> expected(static_cast<std::size_t>(free),
                                                              ValueIs(true));
       expected.emplace_back(Raised("TimeoutError"));
       EXPECT_THAT(trace.outcomes("next"), ElementsAreArray(expected));
       std::vector<testing::Matcher<const Outcome&>> values;
       for (std::int64_t n = 0; n < held + free; ++n) values.push_back(ValueIs(n));
       EXPECT_THAT(trace.outcomes("later"), ElementsAreArray(values));
     }).times(10),
     // No time at all is a limit too; who has not begun still waits for a worker afterwards.
     adversary([](Trial& trial) {
       trial.pick_one("timeout", {0, -1, 0.01});
       trial.open("hold").after(ended("next"), ended("cancelled"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         queued = pool.submit(abs, -7)
         completed = concurrent.futures.as_completed([held, queued], timeout=timeout)
         attempt("next", next(completed))
         record("cancelled", [held.cancelled(), queued.cancelled()])
         attempt("later", [held.result(), queued.result()])
       )"));
       EXPECT_THAT(trace.outcome("next"), Raised("TimeoutError"));
       EXPECT_EQ(trace.value("cancelled"), Value(List{{false, false}}));
       EXPECT_THAT(trace.outcome("later"), ValueIs(Value(List{{"held", 7}})));
     }).times(6)},
};

}  // namespace
}  // namespace touchstone
