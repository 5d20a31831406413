// The workers of a thread pool: how many there are, when they are made, and which jobs they take.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

/// In a pool that has done `earlier` jobs, as many as it may have workers meet inside their jobs.
void expect_all_meet(Trial& trial, std::int64_t workers) {
  trial.open("meet").after(reached("meet", static_cast<int>(workers)));
  const Trace trace = trial.run(R"(
    def task(n):
        with record("job"):
            gate("meet")
        return n
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
    for _ in range(earlier):
        pool.submit(abs, -7).result()
    futures = [pool.submit(task, n) for n in range(workers)]
    record("results", [future.result() for future in futures])
  )");
  EXPECT_EQ(trace.value("results"), Value(List{numbers_below(workers)}));
  EXPECT_EQ(most_together(trace, "job"), static_cast<std::size_t>(workers));
}

const Checks futures_workers_checks{
    {"futures.advice.io-bound",
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 2, 8);
       trial.open("all wait").after(begun("wait", static_cast<int>(jobs)));
       const Trace trace = trial.run(R"(
         answer = threading.Event()
         def task(n):
             record("wait", answer.wait())
             return n
         pool = concurrent.futures.ThreadPoolExecutor(jobs)
         futures = [pool.submit(task, n) for n in range(jobs)]
         gate("all wait")
         answer.set()
         record("results", [future.result() for future in futures])
       )");
       EXPECT_EQ(trace.value("results"), Value(List{numbers_below(jobs)}));
       EXPECT_EQ(most_together(trace, "wait"), static_cast<std::size_t>(jobs));
     }).times(6)},

    {"futures.executor.default-workers", adversary([](Trial& trial) {
       trial.open("hold").after(reached("hold")).settle(20ms).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             with record("job"):
                 gate("hold")
             return n
         pool = concurrent.futures.ThreadPoolExecutor()
         futures = [pool.submit(task, n) for n in range(40)]
         record("results", [future.result() for future in futures])
       )");
       EXPECT_EQ(trace.value("results"), Value(List{numbers_below(40)}));
       EXPECT_EQ(trace.count("job"), 40u);
       trial.report("workers seen together", most_together(trace, "job"));
     })},

    {"futures.executor.fifo", property([](Trial& trial) {
                                const auto jobs = trial.pick(
                                    "jobs", rc::gen::element<std::int64_t>(3, 12, 20, 40));
                                trial.open("hold").after(logged("submitted"));
                                const Trace trace = trial.run(with_held_worker(trial, R"(
         def task(n):
             log("ran", n)
         futures = [pool.submit(task, n) for n in range(jobs)]
         log("submitted")
         for future in futures:
             future.result()
       )"));
                                EXPECT_EQ(trace.logs("ran"), numbers_below(jobs));
                              }).times(10),
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       const int count = static_cast<int>(workers);
       trial.open("taken").after(reached("taken", count), logged("submitted"));
       trial.open("hold").after(reached("hold", count)).for_many();
       const Trace trace = trial.run(R"(
         def wait():
             gate("taken")
         def task(n):
             log("began", n)
             gate("hold")
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         futures = [pool.submit(wait) for _ in range(workers)]
         futures += [pool.submit(task, n) for n in range(2 * workers + 2)]
         log("submitted")
         for future in futures:
             future.result()
       )");
       Values first = trace.logs("began");
       first.resize(static_cast<std::size_t>(workers));
       EXPECT_THAT(first, UnorderedElementsAreArray(numbers_below(workers)));
     }).times(10)},

    {"futures.executor.idle-reuse", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             log("job", n)
             return n
         pool = concurrent.futures.ThreadPoolExecutor(3)
         for n in range(12):
             record("result", pool.submit(task, n).result())
       )");
       EXPECT_EQ(trace.values("result"), numbers_below(12));
       const auto threads = trace.activities("job").size();
       EXPECT_LE(threads, 3u);
       trial.report("threads for 12 jobs one after another", threads);
     })},

    {"futures.executor.lazy-threads",
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 2, 5);
       trial.open("one").after(reached("hold"));
       trial.open("all").after(reached("hold", static_cast<int>(workers)));
       trial.open("hold").after(ended("threads", 3));
       const Trace trace = trial.run(R"(
         base = threading.active_count()
         def task():
             gate("hold")
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         record("threads", threading.active_count() - base)
         futures = [pool.submit(task)]
         gate("one")
         record("threads", threading.active_count() - base)
         futures += [pool.submit(task) for _ in range(workers - 1)]
         gate("all")
         record("threads", threading.active_count() - base)
         for future in futures:
             future.result()
       )");
       const Values threads = trace.values("threads");
       EXPECT_THAT(threads, Each(testing::AnyOfArray(numbers_below(workers + 1))));
       EXPECT_EQ(threads.back(), Value(workers));
       trial.report("workers before the first job", threads.front());
     }).times(4)},

    {"futures.executor.max-workers",
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       const auto jobs = workers + trial.pick("more", rc::gen::element<std::int64_t>(1, 12, 20));
       trial.bind("jobs", jobs);
       trial.open("hold").after(reached("hold", static_cast<int>(workers))).settle(20ms).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             with record("job"):
                 gate("hold")
             return n
         pool = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
         futures = [pool.submit(task, n) for n in range(jobs)]
         record("results", [future.result() for future in futures])
       )");
       EXPECT_EQ(trace.value("results"), Value(List{numbers_below(jobs)}));
       EXPECT_LE(most_together(trace, "job"), static_cast<std::size_t>(workers));
       EXPECT_LE(trace.activities("job").size(), static_cast<std::size_t>(workers));
     }).times(8),
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       trial.open("meet").after(reached("meet", static_cast<int>(workers))).for_many();
       const Trace trace = trial.run(R"(
         def fail(n):
             log("job", n)
             gate("meet")
             raise KeyError(n)
         pool = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
         futures = [pool.submit(fail, n) for n in range(2 * workers)]
         for future in futures:
             attempt("outcome", future.result())
       )");
       EXPECT_THAT(trace.outcomes("outcome"), Each(Raised("KeyError")));
       EXPECT_THAT(trace.logs("job"), UnorderedElementsAreArray(numbers_below(2 * workers)));
       EXPECT_LE(trace.activities("job").size(), static_cast<std::size_t>(workers));
     }).times(8)},

    {"futures.executor.max-workers-reached", property([](Trial& trial) {
                                               trial.bind("earlier", 0);
                                               expect_all_meet(trial, trial.pick("workers", 1, 6));
                                             }).times(8),
     // A worker that has ended its job counts once among those who can take another.
     property([](Trial& trial) {
       trial.pick("earlier", 3, 6);
       expect_all_meet(trial, trial.pick("workers", 4, 6));
     }).times(4)},

    {"futures.executor.nested-wait", adversary([](Trial& trial) {
       trial.open("settled").after(reached("settled")).settle(30ms);
       const Trace trace = trial.run(R"(
         def outer():
             inner = pool.submit(abs, -7)
             gate("settled")
             record("inner is done", inner.done())
             attempt("inner", inner.result(timeout=0.01))
             return inner
         pool = concurrent.futures.ThreadPoolExecutor(1)
         inner = pool.submit(outer).result()
         record("later", inner.result())
       )");
       EXPECT_EQ(trace.value("inner is done"), Value(false));
       EXPECT_THAT(trace.outcome("inner"), Raised("TimeoutError"));
       EXPECT_EQ(trace.value("later"), Value(7));
     }),
     property([](Trial& trial) {
       const auto levels = trial.pick("levels", 1, 4);
       const auto workers = levels + trial.pick("spare", 0, 1);
       trial.bind("workers", workers);
       const Trace trace = trial.run(R"(
         def nest(level):
             if level == 0:
                 return "bottom"
             inner = pool.submit(nest, level - 1)
             if level == 1 and workers == levels:
                 attempt("starved", inner.result(timeout=0.01))
                 return "given up"
             return inner.result()
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         record("outermost", pool.submit(nest, levels).result())
       )");
       const bool starved = workers == levels;
       EXPECT_EQ(trace.value("outermost"), Value(starved ? "given up" : "bottom"));
       if (starved) {
         EXPECT_THAT(trace.outcome("starved"), Raised("TimeoutError"));
       }
     }).times(8)},

    {"futures.executor.threads-ended",
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       trial.pick_one("way", {"block", "shutdown"});
       trial.open("meet").after(reached("meet", static_cast<int>(workers)));
       const Trace trace = trial.run(R"(
         base = threading.active_count()
         threads = []
         def task():
             threads.append(threading.current_thread())
             gate("meet")
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         for _ in range(workers):
             pool.submit(task)
         if way == "block":
             with pool:
                 pass
         else:
             pool.shutdown()
         record("alive", [thread.is_alive() for thread in threads])
         record("left", threading.active_count() - base)
       )");
       EXPECT_EQ(trace.value("alive"),
                 Value(List{Values(static_cast<std::size_t>(workers), Value(false))}));
       EXPECT_EQ(trace.value("left"), Value(0));
     }).times(8)},
};

}  // namespace
}  // namespace touchstone
