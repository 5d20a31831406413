// Where the pools and futures are found, what they are made with, and what they are not.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

/// The values of the label's first log, for reports; looking at them is no judgement.
Values logged_values(const Trace& trace, std::string_view label) {
  for (const Event& event : trace.observation().events)
    if (event.kind == EventKind::log && event.label == label) return event.values;
  throw NothingToJudge("no log \"" + std::string(label) + "\" in the trace");
}

const Checks futures_module_checks{
    {"futures.advice.cpu-bound", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def count(steps):
             total = 0
             for step in range(steps):
                 total += step
             return total
         steps = [100000] * 4
         def timed(results):
             begin = time.perf_counter()
             list(results)
             return time.perf_counter() - begin
         def main():
             timed(map(count, steps))
             serial = timed(map(count, steps))
             with concurrent.futures.ThreadPoolExecutor(2) as pool:
                 list(pool.map(abs, steps))
                 threads = timed(pool.map(count, steps))
             with concurrent.futures.ProcessPoolExecutor(2) as pool:
                 list(pool.map(abs, steps))
                 processes = timed(pool.map(count, steps))
             log("speed-up", serial / threads, serial / processes)
       )");
       const Values speed_up = logged_values(trace, "speed-up");
       trial.report("speed-up of 2 threads", speed_up.at(0));
       trial.report("speed-up of 2 processes", speed_up.at(1));
     })},

    {"futures.executor.bad-worker-count",
     property([](Trial& trial) {
       trial.pick("count", -5, 0);
       const Trace trace = trial.run(R"(
         attempt("pool", concurrent.futures.ThreadPoolExecutor(count))
         attempt("pool", concurrent.futures.ThreadPoolExecutor(max_workers=count))
         attempt("one", concurrent.futures.ThreadPoolExecutor(1).submit(abs, -7).result())
       )");
       EXPECT_THAT(trace.outcomes("pool"), ElementsAre(Raised("ValueError"), Raised("ValueError")));
       EXPECT_THAT(trace.outcome("one"), ValueIs(7));
     }).times(10),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def main():
             for count in [0, -1, -60]:
                 attempt("pool", concurrent.futures.ProcessPoolExecutor(count))
             with concurrent.futures.ProcessPoolExecutor(1) as pool:
                 attempt("one", pool.submit(abs, -7).result())
       )");
       EXPECT_THAT(trace.outcomes("pool"), SizeIs(3));
       EXPECT_THAT(trace.outcomes("pool"), Each(Raised("ValueError")));
       EXPECT_THAT(trace.outcome("one"), ValueIs(7));
     }).needs("futures.process_pool")},

    {"futures.executor.not-in-threading", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def worker():
             log("ran")
         with attempt("example"):
             pool = threading.ThreadPoolExecutor(max_workers=5)
             for _ in range(10):
                 pool.submit(worker)
             pool.shutdown(wait=True)
       )");
       EXPECT_THAT(trace.outcome("example"), Raised("AttributeError"));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"futures.executor.same-process",
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 1, 8);
       trial.pick("workers", 1, 3);
       const Trace trace = trial.run(R"(
         shared = []
         def task(n):
             log("job", n)
             shared.append(n)
         log("caller")
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         for future in [pool.submit(task, n) for n in range(jobs)]:
             future.result()
         record("shared", sorted(shared))
       )");
       const Activity caller = trace.activities("caller").front();
       EXPECT_THAT(trace.logs("job"), UnorderedElementsAreArray(numbers_below(jobs)));
       for (const Activity& worker : trace.activities("job")) {
         EXPECT_EQ(worker.pid, caller.pid);
         EXPECT_NE(worker.thread, caller.thread);
       }
       EXPECT_EQ(trace.value("shared"), Value(List{numbers_below(jobs)}));
     }).times(10)},

    {"futures.module.name", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         record("module", kind(concurrent.futures))
         record("class", kind(concurrent.futures.Future))
         record("made", kind(concurrent.futures.Future()))
       )");
       EXPECT_EQ(trace.value("module"), Value("module"));
       EXPECT_EQ(trace.value("class"), Value("type"));
       EXPECT_EQ(trace.value("made"), Value("future"));
     }),
     adversary([](Trial& trial) {
       trial.bind("text", scenario::dedent(R"(
         import sys
         sys.path = [path for path in sys.path if '-packages' not in path]
         def is_there(name):
             try:
                 __import__(name)
             except ImportError:
                 return False
             return True
         print(is_there('concurrent.futures'), is_there('future'))
       )"));
       const Trace trace = trial.run(R"(
         def main():
             probe = script(text)
             record("status", probe.status)
             record("found", probe.stdout.split())
       )");
       EXPECT_EQ(trace.value("status"), Value(0));
       EXPECT_EQ(trace.value("found"), Value(List{{Bytes{"True"}, Bytes{"False"}}}));
     }).needs("source.run")},

    {"futures.module.not-for-async", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def work():
             log("body")
         pool = concurrent.futures.ThreadPoolExecutor(1)
         result = pool.submit(work).result()
         record("kind", kind(result))
         result.close()
         pool.submit(abs, -9).result()
       )");
       EXPECT_EQ(trace.value("kind"), Value("coroutine"));
       EXPECT_TRUE(trace.absent("body"));
     })},

    {"futures.module.process-pool-same-class", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def main():
             pools = concurrent.futures.process
             exported = concurrent.futures.ProcessPoolExecutor
             record("same", pools.ProcessPoolExecutor is exported)
             with pools.ProcessPoolExecutor(1) as pool:
                 record("instance", isinstance(pool, exported))
                 record("power", pool.submit(pow, 2, 3).result())
       )");
       EXPECT_EQ(trace.value("same"), Value(true));
       EXPECT_EQ(trace.value("instance"), Value(true));
       EXPECT_EQ(trace.value("power"), Value(8));
     })},

    {"futures.module.submodules", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         record("processes", kind(concurrent.futures.process))
         record("threads", kind(concurrent.futures.thread))
         attempt("direct", concurrent.process)
         attempt("direct", concurrent.thread)
       )");
       EXPECT_EQ(trace.value("processes"), Value("module"));
       EXPECT_EQ(trace.value("threads"), Value("module"));
       EXPECT_THAT(trace.outcomes("direct"),
                   ElementsAre(Raised("AttributeError"), Raised("AttributeError")));
     })},
};

}  // namespace
}  // namespace touchstone
