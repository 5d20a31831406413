// Cancelling futures: of jobs that wait, run and have ended.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

/// A row of the free-running example agrees with itself: [cancel's answer, the flag, the result or
/// None, whether the job ran].
bool agrees(const Value& row) {
  const Value cancelled(List{{true, true, nullptr, false}});
  const Value ran(List{{false, false, 25, true}});
  return row == cancelled || row == ran;
}

const Checks futures_cancel_checks{
    {"futures.cancel.example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(2)
         ran = []
         def task(n, attempted):
             ran.append(attempted)
             return n * n
         rows = []
         for attempted in range(50):
             submitted = pool.submit(task, 5, attempted)
             answer = submitted.cancel()
             rows.append([answer, submitted.cancelled(), None if answer else submitted.result()])
         pool.shutdown()
         for attempted in range(50):
             log("row", rows[attempted] + [attempted in ran])
       )");
       for (const Value& row : trace.logs("row")) EXPECT_TRUE(agrees(row)) << repr(row);
     }),
     adversary([](Trial& trial) {
       trial.open("hold").after(logged("asked"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task():
             log("ran")
         queued = pool.submit(task)
         record("of the queued one", queued.cancel())
         record("of the running one", held.cancel())
         log("asked")
         record("result", held.result())
         pool.submit(abs, -9).result()
       )"));
       EXPECT_EQ(trace.value("of the queued one"), Value(true));
       EXPECT_EQ(trace.value("of the running one"), Value(false));
       EXPECT_EQ(trace.value("result"), Value("held"));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"futures.cancel.pending", adversary([](Trial& trial) {
       trial.open("hold").after(logged("asked"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         for pending in [pool.submit(abs, -7), concurrent.futures.Future()]:
             record("cancel", pending.cancel())
             record("states", [pending.done(), pending.cancelled(), pending.running()])
             record("cancel", pending.cancel())
             record("states", [pending.done(), pending.cancelled(), pending.running()])
         log("asked")
       )"));
       EXPECT_THAT(trace.values("cancel"), SizeIs(4));
       EXPECT_THAT(trace.values("cancel"), Each(Value(true)));
       EXPECT_THAT(trace.values("states"), Each(Value(List{{true, true, false}})));
     })},

    {"futures.cancel.pending-never-runs",
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 10));
       trial.open("hold").after(logged("cancelled"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task(place):
             log("ran", place)
         futures = [pool.submit(task, place) for place in range(len(numbers))]
         futures.append(pool.submit(task, "last"))
         for place in range(len(numbers)):
             if numbers[place] < 0:
                 futures[place].cancel()
         log("cancelled")
         futures[-1].result()
       )"));
       Values expected = {"last"};
       for (std::size_t place = 0; place < numbers.size(); ++place)
         if (numbers[place] >= 0) expected.emplace_back(place);
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(expected));
     }).times(10),
     // The workers take the jobs while they are cancelled: either comes first, never both.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(2)
         ran = []
         cancelled = []
         for n in range(40):
             if pool.submit(ran.append, n).cancel():
                 cancelled.append(n)
         pool.shutdown()
         record("both", [n for n in cancelled if n in ran])
         record("all", sorted(cancelled + ran))
       )");
       EXPECT_EQ(trace.value("both"), Value(List{}));
       EXPECT_EQ(trace.value("all"), Value(List{numbers_below(40)}));
     })},

    {"futures.cancel.result-raises",
     property([](Trial& trial) {
       const int waiters = static_cast<int>(trial.pick("waiters", 1, 4));
       trial.open("cancel").after(begun("result", waiters), begun("exception", waiters));
       trial.open("cancel").after(blocked("result", waiters), blocked("exception", waiters));
       trial.open("hold").after(ended("result", waiters + 1), ended("exception", waiters + 1));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         queued = pool.submit(abs, -7)
         def wait_for_result():
             attempt("result", queued.result())
         def wait_for_exception():
             attempt("exception", queued.exception())
         threads = [threading.Thread(target=wait_for_result) for _ in range(waiters)]
         threads += [threading.Thread(target=wait_for_exception) for _ in range(waiters)]
         for thread in threads:
             thread.start()
         gate("cancel")
         queued.cancel()
         for thread in threads:
             thread.join()
         attempt("result", queued.result(timeout=0))
         attempt("exception", queued.exception(timeout=0))
         held.result()
         attempt("late", queued.result(timeout=0))
       )"));
       for (const char* asked : {"result", "exception"}) {
         EXPECT_THAT(trace.outcomes(asked), SizeIs(waiters + 1));
         EXPECT_THAT(trace.outcomes(asked), Each(Raised("CancelledError")));
       }
       EXPECT_THAT(trace.outcome("late"), Raised("CancelledError"));
     }).times(6)},

    {"futures.cancel.running-or-finished", adversary([](Trial& trial) {
       trial.open("hold").after(logged("asked"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def fail():
             raise KeyError("of the job")
         failed = pool.submit(fail)
         record("cancel", held.cancel())
         record("states", [held.running(), held.cancelled()])
         log("asked")
         attempt("value", held.result())
         attempt("error", failed.result())
         record("cancel", held.cancel())
         record("cancel", failed.cancel())
         attempt("value", held.result())
         attempt("error", failed.result())
         record("flags", [held.cancelled(), failed.cancelled()])
       )"));
       EXPECT_THAT(trace.values("cancel"), SizeIs(3));
       EXPECT_THAT(trace.values("cancel"), Each(Value(false)));
       EXPECT_EQ(trace.value("states"), Value(List{{true, false}}));
       EXPECT_THAT(trace.outcomes("value"), ElementsAre(ValueIs("held"), ValueIs("held")));
       EXPECT_THAT(trace.outcomes("error"), ElementsAre(Raised("KeyError"), Raised("KeyError")));
       EXPECT_EQ(trace.value("flags"), Value(List{{false, false}}));
     })},
};

}  // namespace
}  // namespace touchstone
