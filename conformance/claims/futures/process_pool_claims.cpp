// Pools of processes: the same interface, other processes, and what goes wrong between them.
#include <set>

#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

rc::Gen<Pairs> small_pairs() {
  const auto digit = rc::gen::inRange<std::int64_t>(0, 10);
  return rc::gen::nonEmpty(rc::gen::container<Pairs>(rc::gen::pair(digit, digit)));
}

const Checks futures_process_pool_checks{
    {"futures.executor.common-interface",
     property([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         def divide(a, b=10):
             return a // b
         def add(a, b):
             return a + b
         def outcome(future):
             error = future.exception()
             return future.result() if error is None else [kind(error), list(error.args)]
         def use(pool_class):
             with pool_class(max_workers=2) as pool:
                 futures = [pool.submit(divide, 60, number) for number in numbers]
                 futures += [pool.submit(divide, 60, b=7), pool.submit(divide, 60, 0)]
                 sums = list(pool.map(add, numbers, numbers[1:]))
             pool.shutdown()
             other = pool_class(1)
             other.shutdown(wait=True)
             return [[outcome(future) for future in futures], sums]
         def main():
             record("threads", use(concurrent.futures.ThreadPoolExecutor))
             record("processes", use(concurrent.futures.ProcessPoolExecutor))
             shared = concurrent.futures.Executor
             record("same base", issubclass(concurrent.futures.ThreadPoolExecutor, shared))
             record("same base", issubclass(concurrent.futures.ProcessPoolExecutor, shared))
       )");
       EXPECT_EQ(trace.value("processes"), trace.value("threads"));
       EXPECT_THAT(trace.values("same base"), ElementsAre(Value(true), Value(true)));
     }).times(5)},

    {"futures.executor.max-processes",
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 3);
       const auto jobs = workers + trial.pick("more", 0, 4);
       trial.bind("jobs", jobs);
       trial.open("meet").after(reached("meet", static_cast<int>(workers))).for_many();
       const Trace trace = trial.run(R"(
         def task(n):
             log("job", n)
             gate("meet")
             return n
         def main():
             log("caller")
             with concurrent.futures.ProcessPoolExecutor(max_workers=workers) as pool:
                 futures = [pool.submit(task, n) for n in range(jobs)]
                 record("results", [future.result() for future in futures])
       )");
       EXPECT_EQ(trace.value("results"), Value(List{numbers_below(jobs)}));
       const auto caller = trace.activities("caller").front().pid;
       std::set<std::int64_t> pids;
       for (const Activity& worker : trace.activities("job")) pids.insert(worker.pid);
       EXPECT_THAT(pids, Not(Contains(caller)));
       EXPECT_THAT(pids, SizeIs(workers));
     }).times(6)},

    {"futures.executor.pow-process", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def main():
             with concurrent.futures.ProcessPoolExecutor(max_workers=4) as pool:
                 record("power", pool.submit(pow, 2, 3).result())
       )");
       EXPECT_EQ(trace.value("power"), Value(8));
     }),
     property([](Trial& trial) {
       const Pairs pairs = trial.pick("pairs", small_pairs());
       const Trace trace = trial.run(R"(
         def main():
             with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
                 futures = [pool.submit(pow, base, exponent) for base, exponent in pairs]
                 record("powers", [future.result() for future in futures])
       )");
       Values powers;
       for (const auto& [base, exponent] : pairs) {
         Integer power = 1;
         for (std::int64_t i = 0; i < exponent; ++i) power *= static_cast<long>(base);
         powers.emplace_back(power);
       }
       EXPECT_EQ(trace.value("powers"), Value(List{powers}));
     }).times(5)},

    {"futures.map.example-squares-process", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         def main():
             with concurrent.futures.ProcessPoolExecutor(max_workers=4) as executor:
                 results = executor.map(task, range(10))
             record("results", list(results))
       )");
       EXPECT_EQ(trace.value("results"), Value(List{{0, 1, 4, 9, 16, 25, 36, 49, 64, 81}}));
     }),
     property([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers());
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         def main():
             with concurrent.futures.ProcessPoolExecutor(max_workers=2) as executor:
                 for size in [1, 2, 3, 20]:
                     record("results", list(executor.map(task, numbers, chunksize=size)))
       )");
       EXPECT_THAT(trace.values("results"), SizeIs(4));
       EXPECT_THAT(trace.values("results"), Each(Value(List{squares(numbers)})));
     }).times(5)},

    {"futures.process.exception-propagates",
     property([](Trial& trial) {
       const auto argument = trial.pick("argument", arbitrary::datum());
       const auto number = trial.pick("number", -9, 9);
       const Trace trace = trial.run(R"(
         class Refused(Exception):
             pass
         errors = [KeyError, ValueError, RuntimeError, Refused]
         def fail(place):
             raise errors[place](argument, number)
         def main():
             with concurrent.futures.ProcessPoolExecutor(1) as pool:
                 for place in range(4):
                     attempt("result", pool.submit(fail, place).result())
       )");
       EXPECT_THAT(trace.outcomes("result"),
                   ElementsAre(RaisedExactly("KeyError"), RaisedExactly("ValueError"),
                               RaisedExactly("RuntimeError"), RaisedExactly("Refused")));
       for (const ErrorValue& error : trace.errors("result")) {
         EXPECT_THAT(error.args, ElementsAre(argument, Value(number)));
         EXPECT_NE(error.cause, nullptr);
       }
     }).times(5)},

    {"futures.process.separate-processes", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         shared = []
         def task(n):
             log("job")
             shared.append(n)
             return n in shared
         def main():
             log("caller")
             with concurrent.futures.ProcessPoolExecutor(2) as pool:
                 record("in the job", [pool.submit(task, n).result() for n in range(4)])
             record("in the caller", shared)
       )");
       const auto caller = trace.activities("caller").front().pid;
       for (const Activity& worker : trace.activities("job")) EXPECT_NE(worker.pid, caller);
       EXPECT_EQ(trace.count("job"), 4u);
       EXPECT_EQ(trace.value("in the job"), Value(List{{true, true, true, true}}));
       EXPECT_EQ(trace.value("in the caller"), Value(List{}));
     })},

    {"futures.process.unpicklable",
     adversary([](Trial& trial) {
       trial.pick_one("what", {"the job", "an argument", "a part of an argument"});
       const Trace trace = trial.run(R"(
         def identity(value):
             return value
         def main():
             local = lambda: 1
             with concurrent.futures.ProcessPoolExecutor(1) as pool:
                 if what == "the job":
                     bad = pool.submit(local)
                 elif what == "an argument":
                     bad = pool.submit(identity, local)
                 else:
                     bad = pool.submit(identity, [1, {"two": local}])
                 attempt("bad", bad.result())
                 attempt("good", pool.submit(identity, 7).result())
       )");
       EXPECT_THAT(trace.outcome("bad"),
                   AnyOf(Raised("AttributeError"), Raised("PicklingError"), Raised("TypeError")));
       EXPECT_THAT(trace.outcome("good"), ValueIs(7));
     }).times(6)},

    {"futures.process.worker-death", adversary([](Trial& trial) {
       trial.open("die").after(ended("submit", 4), reached("die"));
       const Trace trace = trial.run(R"(
         def die():
             gate("die")
             os._exit(3)
         def main():
             pool = concurrent.futures.ProcessPoolExecutor(1)
             futures = [record("submit", pool.submit(die))]
             futures += [record("submit", pool.submit(abs, -n)) for n in range(3)]
             for future in futures:
                 attempt("result", future.result())
             attempt("later", pool.submit(abs, -7).result())
       )");
       EXPECT_THAT(trace.outcomes("result"), SizeIs(4));
       EXPECT_THAT(trace.outcomes("result"), Each(Raised("BrokenProcessPool")));
       EXPECT_THAT(trace.outcome("later"), Raised("BrokenProcessPool"));
     }),
     adversary([](Trial& trial) {
       trial.open("die").after(reached("die"), logged("submitted"));
       const Trace trace = trial.run(R"(
         def die():
             gate("die")
             os._exit(3)
         def main():
             pool = concurrent.futures.ProcessPoolExecutor(3)
             futures = [pool.submit(abs, -n) for n in range(2)]
             dying = pool.submit(die)
             futures += [pool.submit(abs, -n) for n in range(2, 4)]
             log("submitted")
             attempt("dying", dying.result())
             for future in futures:
                 attempt("result", future.result())
             attempt("later", pool.submit(abs, -7).result())
       )");
       const auto outcomes = trace.outcomes("result");
       ASSERT_THAT(outcomes, SizeIs(4));
       for (std::size_t n = 0; n < outcomes.size(); ++n)
         EXPECT_THAT(outcomes[n], AnyOf(ValueIs(n), Raised("BrokenProcessPool")));
       EXPECT_THAT(trace.outcome("dying"), Raised("BrokenProcessPool"));
       EXPECT_THAT(trace.outcome("later"), Raised("BrokenProcessPool"));
     })},
};

}  // namespace
}  // namespace touchstone
