// Shutting a pool down: what it waits for, what still runs, what is refused afterwards.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks futures_shutdown_checks{
    {"futures.executor.ten-jobs", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def worker(n):
             record("job", n)
         pool = concurrent.futures.ThreadPoolExecutor(max_workers=5)
         for n in range(10):
             pool.submit(worker, n)
         record("shutdown", pool.shutdown(wait=True))
       )");
       EXPECT_THAT(trace.values("job"), UnorderedElementsAreArray(numbers_below(10)));
       EXPECT_THAT(trace, Before("job", "shutdown"));
     }),
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 1, 12);
       trial.pick("workers", 1, 4);
       trial.open("hold").after(begun("shutdown"), blocked("shutdown")).for_many();
       const Trace trace = trial.run(R"(
         def worker(n):
             gate("hold")
             record("job", n)
         pool = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
         for n in range(jobs):
             pool.submit(worker, n)
         record("shutdown", pool.shutdown(wait=True))
       )");
       EXPECT_THAT(trace.values("job"), UnorderedElementsAreArray(numbers_below(jobs)));
       EXPECT_THAT(trace, Before("job", "shutdown"));
     }).times(8)},

    {"futures.shutdown.cancel-futures",
     property([](Trial& trial) {
       const auto queued = trial.pick("queued", 1, 6);
       trial.open("hold").after(ended("shutdown"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task(n):
             log("ran", n)
         futures = [pool.submit(task, n) for n in range(queued)]
         record("shutdown", pool.shutdown(wait=False, cancel_futures=True))
         record("cancelled", [future.cancelled() for future in futures])
         record("running", held.cancelled())
         attempt("result", held.result())
         pool.shutdown()
       )"));
       EXPECT_EQ(trace.value("cancelled"),
                 Value(List{Values(static_cast<std::size_t>(queued), Value(true))}));
       EXPECT_EQ(trace.value("running"), Value(false));
       EXPECT_THAT(trace.outcome("result"), ValueIs("held"));
       EXPECT_TRUE(trace.absent("ran"));
     }).times(8),
     adversary([](Trial& trial) {
       trial.open("hold").after(logged("cancelled", 3));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task(n):
             log("ran", n)
         def called(future):
             log("cancelled", future.cancelled())
         futures = [pool.submit(task, n) for n in range(3)]
         for future in futures:
             future.add_done_callback(called)
         record("shutdown", pool.shutdown(cancel_futures=True))
         record("done", held.done())
         attempt("result", held.result(timeout=0))
       )"));
       EXPECT_THAT(trace.logs("cancelled"), Each(Value(true)));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.outcome("result"), ValueIs("held"));
       EXPECT_TRUE(trace.absent("ran"));
     }),
     // What an earlier shutdown left in the queue is cancelled by a later one.
     adversary([](Trial& trial) {
       trial.open("hold").after(ended("shutdown", 2));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task():
             log("ran")
         queued = pool.submit(task)
         record("shutdown", pool.shutdown(wait=False))
         record("shutdown", pool.shutdown(wait=False, cancel_futures=True))
         record("cancelled", queued.cancelled())
         attempt("result", held.result())
         pool.shutdown()
       )"));
       EXPECT_EQ(trace.value("cancelled"), Value(true));
       EXPECT_THAT(trace.outcome("result"), ValueIs("held"));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"futures.shutdown.exit-still-waits", adversary([](Trial& trial) {
       trial.open("hold").after(logged("last of main")).settle(20ms).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             gate("hold")
             record("job", n)
         def child():
             pool = concurrent.futures.ThreadPoolExecutor(1)
             for n in range(3):
                 pool.submit(task, n)
             pool.shutdown(wait=False)
             log("last of main")
         def main():
             record("status", program(child).status)
       )");
       EXPECT_EQ(trace.value("status"), Value(0));
       EXPECT_THAT(trace.values("job"), UnorderedElementsAreArray(numbers_below(3)));
       EXPECT_THAT(trace, Before("job", "status"));
     })},

    {"futures.shutdown.no-new-work",
     adversary([](Trial& trial) {
       trial.pick_one("way", {"block", "waiting", "not waiting"});
       const Trace trace = trial.run(R"(
         def task(n):
             log("ran", n)
         pool = concurrent.futures.ThreadPoolExecutor(2)
         earlier = pool.submit(abs, -7)
         if way == "block":
             with pool:
                 pass
         else:
             pool.shutdown(wait=way == "waiting")
         attempt("refused", pool.submit(task, 1))
         attempt("refused", pool.map(task, [1, 2]))
         attempt("earlier", earlier.result())
         pool.shutdown()
       )");
       EXPECT_THAT(trace.outcomes("refused"),
                   ElementsAre(Raised("RuntimeError"), Raised("RuntimeError")));
       EXPECT_THAT(trace.outcome("earlier"), ValueIs(7));
       EXPECT_TRUE(trace.absent("ran"));
     }).times(6),
     // Workers that are still busy come back to the queue after the refusal.
     adversary([](Trial& trial) {
       trial.open("begun").after(reached("hold", 2));
       trial.open("hold").after(ended("refused", 2));
       const Trace trace = trial.run(R"(
         def hold():
             gate("hold")
         def task(n):
             log("ran", n)
         pool = concurrent.futures.ThreadPoolExecutor(2)
         pool.submit(hold)
         pool.submit(hold)
         gate("begun")
         pool.shutdown(wait=False)
         attempt("refused", pool.submit(task, 1))
         attempt("refused", pool.map(task, [2]))
         pool.shutdown()
       )");
       EXPECT_THAT(trace.outcomes("refused"),
                   ElementsAre(Raised("RuntimeError"), Raised("RuntimeError")));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"futures.shutdown.no-wait-results", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         executor = concurrent.futures.ThreadPoolExecutor(max_workers=4)
         futures = [executor.submit(task, i) for i in range(10)]
         executor.shutdown(wait=False)
         for future in futures:
             attempt("result", future.result())
       )");
       const auto outcomes = trace.outcomes("result");
       ASSERT_THAT(outcomes, SizeIs(10));
       for (std::size_t i = 0; i < outcomes.size(); ++i) EXPECT_THAT(outcomes[i], ValueIs(i * i));
     }),
     property([](Trial& trial) {
       const auto queued = trial.pick("queued", 1, 6);
       trial.open("hold").after(ended("shutdown"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def task(n):
             log("ran", n)
         for n in range(queued):
             pool.submit(task, n)
         record("shutdown", pool.shutdown(wait=False))
         attempt("result", held.result())
         pool.shutdown()
         log("ran", "end")
       )"));
       Values expected = numbers_below(queued);
       expected.emplace_back("end");
       EXPECT_THAT(trace.outcome("result"), ValueIs("held"));
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(expected));
     }).times(8)},

    // A shutdown that waits is refused on a thread of the pool, or never ends there.
    {"futures.shutdown.no-wait-returns", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task():
             attempt("shutdown", pool.shutdown(wait=False))
             return "value"
         pool = concurrent.futures.ThreadPoolExecutor(1)
         record("result", pool.submit(task).result())
       )");
       EXPECT_THAT(trace.outcome("shutdown"), ValueIs(Value()));
       EXPECT_EQ(trace.value("result"), Value("value"));
     }),
     adversary([](Trial& trial) {
       trial.open("hold").after(ended("shutdown"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         queued = pool.submit(abs, -7)
         record("shutdown", pool.shutdown(wait=False))
         record("results", [held.result(), queued.result()])
       )"));
       EXPECT_EQ(trace.value("shutdown"), Value());
       EXPECT_EQ(trace.value("results"), Value(List{{"held", 7}}));
     })},

    {"futures.shutdown.repeat", property([](Trial& trial) {
                                  trial.pick("first", 0, 1);
                                  trial.pick("second", 0, 1);
                                  const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(2)
         futures = [pool.submit(abs, -n) for n in range(4)]
         attempt("shutdown", pool.shutdown(wait=first == 1))
         attempt("shutdown", pool.shutdown(wait=second == 1))
         attempt("shutdown", pool.shutdown())
         attempt("results", [future.result() for future in futures])
       )");
                                  EXPECT_THAT(trace.outcomes("shutdown"), SizeIs(3));
                                  EXPECT_THAT(trace.outcomes("shutdown"), Each(ValueIs(Value())));
                                  EXPECT_THAT(trace.outcome("results"),
                                              ValueIs(Value(List{numbers_below(4)})));
                                }).times(8)},

    {"futures.shutdown.waits",
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 1, 6);
       trial.pick("workers", 1, 3);
       trial.pick_one("way", {"default", "wait"});
       trial.open("hold").after(begun("shutdown"), blocked("shutdown")).settle(5ms).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             gate("hold")
             record("job", n)
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         futures = [pool.submit(task, n) for n in range(jobs)]
         if way == "default":
             record("shutdown", pool.shutdown())
         else:
             record("shutdown", pool.shutdown(wait=True))
         record("done", [future.done() for future in futures])
       )");
       EXPECT_THAT(trace.values("job"), UnorderedElementsAreArray(numbers_below(jobs)));
       EXPECT_THAT(trace, Before("job", "shutdown"));
       EXPECT_EQ(trace.value("done"),
                 Value(List{Values(static_cast<std::size_t>(jobs), Value(true))}));
     }).times(8),
     adversary([](Trial& trial) {
       trial.pick_one("way", {"default", "wait"});
       trial.open("hold").after(begun("shutdown"), blocked("shutdown")).settle(20ms);
       const Trace trace = trial.run(with_held_worker(trial, R"(
         queued = pool.submit(abs, -7)
         pool.shutdown(wait=False)
         if way == "default":
             record("shutdown", pool.shutdown())
         else:
             record("shutdown", pool.shutdown(wait=True))
         record("done", [held.done(), queued.done()])
       )"));
       EXPECT_EQ(trace.value("done"), Value(List{{true, true}}));
     }).times(4),
     // A job is refused or run, also where it is submitted while the pool is shut down.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def submit_all(pool, futures, begun):
             try:
                 while True:
                     futures.append(pool.submit(abs, -7))
                     if len(futures) == 1:
                         begun.set_result(None)
             except RuntimeError:
                 log("refused")
         others = concurrent.futures.ThreadPoolExecutor(1)
         for _ in range(3):
             pool = concurrent.futures.ThreadPoolExecutor(2)
             futures = []
             begun = concurrent.futures.Future()
             submitter = others.submit(submit_all, pool, futures, begun)
             begun.result()
             pool.shutdown()
             submitter.result()
             record("left", len([future for future in futures if not future.done()]))
       )");
       EXPECT_EQ(trace.count("refused"), 3u);
       EXPECT_THAT(trace.values("left"), AllOf(SizeIs(3), Each(Value(0))));
     })},

    {"futures.shutdown.with-waits",
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 1, 6);
       trial.pick("workers", 1, 3);
       trial.open("hold").after(logged("leaving"), blocked("block")).settle(5ms).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             gate("hold")
             record("job", n)
         with record("block"):
             with concurrent.futures.ThreadPoolExecutor(workers) as pool:
                 futures = [pool.submit(task, n) for n in range(jobs)]
                 log("leaving")
         record("done", [future.done() for future in futures])
         attempt("submit", pool.submit(task, "late"))
       )");
       EXPECT_THAT(trace.values("job"), UnorderedElementsAreArray(numbers_below(jobs)));
       EXPECT_THAT(trace, Before("job", "block"));
       EXPECT_EQ(trace.value("done"),
                 Value(List{Values(static_cast<std::size_t>(jobs), Value(true))}));
       EXPECT_THAT(trace.outcome("submit"), Raised("RuntimeError"));
     }).times(8)},

    {"futures.shutdown.with-waits-on-error",
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 1, 6);
       trial.open("hold").after(logged("leaving"), blocked("block")).settle(5ms).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             gate("hold")
             record("job", n)
         error = KeyError("of the block")
         try:
             with record("block"):
                 with concurrent.futures.ThreadPoolExecutor(2) as pool:
                     futures = [pool.submit(task, n) for n in range(jobs)]
                     log("leaving")
                     raise error
         except Exception as caught:
             record("same", caught is error)
         record("done", [future.done() for future in futures])
       )");
       EXPECT_THAT(trace.outcome("block"), Raised("KeyError"));
       EXPECT_EQ(trace.value("same"), Value(true));
       EXPECT_THAT(trace.values("job"), UnorderedElementsAreArray(numbers_below(jobs)));
       EXPECT_THAT(trace, Before("job", "block"));
       EXPECT_EQ(trace.value("done"),
                 Value(List{Values(static_cast<std::size_t>(jobs), Value(true))}));
     }).times(8)},
};

}  // namespace
}  // namespace touchstone
