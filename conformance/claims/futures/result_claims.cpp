// What result gives, when, and to whom.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks futures_result_checks{
    {"futures.result.blocks", adversary([](Trial& trial) {
       trial.open("set").after(begun("result"), blocked("result")).settle(20ms);
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def set_it():
             gate("set")
             record("last", None)
             promise.set_result("value")
         threading.Thread(target=set_it).start()
         record("result", promise.result())
       )");
       EXPECT_EQ(trace.value("result"), Value("value"));
       EXPECT_THAT(trace, Before("last", "result"));
     }),
     property([](Trial& trial) {
       const Value value = trial.pick("value", arbitrary::datum());
       trial.open("work").after(begun("result"), blocked("result"));
       const Trace trace = trial.run(R"(
         def job():
             gate("work")
             record("last", None)
             return value
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(job)
         record("result", submitted.result())
       )");
       EXPECT_EQ(trace.value("result"), value);
       EXPECT_THAT(trace, Before("last", "result"));
     }).times(10),
     // That the job begins is no outcome yet.
     adversary([](Trial& trial) {
       trial.open("hold").after(begun("result"), blocked("result"));
       trial.open("work").after(reached("work")).settle(20ms);
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def job():
             gate("work")
             record("last", None)
             return "value"
         queued = pool.submit(job)
         attempt("result", queued.result())
       )"));
       EXPECT_THAT(trace.outcome("result"), ValueIs("value"));
       EXPECT_THAT(trace, Before("last", "result"));
     }),
     // Who asks again and again meets the moment in which the outcome is set.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         rounds = range(20)
         wanted = [concurrent.futures.Future() for _ in rounds]
         promises = [concurrent.futures.Future() for _ in rounds]
         given = []
         def set_all():
             for n in rounds:
                 wanted[n].result()
                 promises[n].set_result(n)
                 given.append(n)
         def first_result(n):
             was_given = False
             while True:
                 try:
                     return promises[n].result(timeout=0)
                 except Exception:
                     if was_given:
                         raise
                 was_given = n in given
                 time.sleep(0)
         threading.Thread(target=set_all).start()
         for n in rounds:
             wanted[n].set_result(None)
             log("result", first_result(n))
       )");
       EXPECT_EQ(trace.logs("result"), numbers_below(20));
     }).needs("clock.monotonic")},

    {"futures.result.example-square", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         pool = concurrent.futures.ThreadPoolExecutor(2)
         record("result", pool.submit(task, 5).result())
       )");
       EXPECT_EQ(trace.value("result"), Value(25));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         def task(n):
             return n * n
         pool = concurrent.futures.ThreadPoolExecutor(2)
         for number in numbers:
             record("result", pool.submit(task, number).result())
       )");
       EXPECT_EQ(trace.values("result"), squares(numbers));
     })},

    {"futures.result.many-waiters",
     property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 2, 6);
       const Value outcome = trial.pick_one("outcome", {"value", "error"});
       const int count = static_cast<int>(waiters);
       trial.open("set").after(begun("result", count), blocked("result", count));
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def wait():
             attempt("result", promise.result())
         threads = [threading.Thread(target=wait) for _ in range(waiters)]
         for thread in threads:
             thread.start()
         gate("set")
         if outcome == "value":
             promise.set_result("value")
         else:
             promise.set_exception(KeyError("k"))
         for thread in threads:
             thread.join()
       )");
       const auto outcomes = trace.outcomes("result");
       EXPECT_THAT(outcomes, SizeIs(waiters));
       if (outcome == Value("value")) {
         EXPECT_THAT(outcomes, Each(ValueIs("value")));
       } else {
         EXPECT_THAT(outcomes, Each(Raised("KeyError")));
       }
     }).times(10)},

    {"futures.result.repeatable", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(1)
         def fail():
             raise KeyError("k", 1)
         submitted = pool.submit(fail)
         def fetch():
             attempt("result", submitted.result())
         fetch()
         thread = threading.Thread(target=fetch)
         thread.start()
         thread.join()
         fetch()
       )");
       EXPECT_THAT(trace.outcomes("result"),
                   ElementsAre(Raised("KeyError"), Raised("KeyError"), Raised("KeyError")));
       for (const ErrorValue& error : trace.errors("result"))
         EXPECT_THAT(error.args, ElementsAre(Value("k"), Value(1)));
     }),
     property([](Trial& trial) {
       const auto value = trial.pick("value", arbitrary::datum());
       const auto threads = trial.pick("threads", 1, 4);
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(list, [value])
         def fetch():
             record("result", submitted.result())
         fetch()
         for _ in range(threads):
             thread = threading.Thread(target=fetch)
             thread.start()
             thread.join()
         fetch()
       )");
       EXPECT_THAT(trace.values("result"), SizeIs(threads + 2));
       EXPECT_THAT(trace.values("result"), Each(Value(List{{value}})));
     }).times(10)},

    {"futures.result.reraises",
     property([](Trial& trial) {
       const auto name = trial.pick_one(
           "name", {"KeyError", "ValueError", "RuntimeError", "IndexError", "AssertionError"});
       const auto argument = trial.pick("argument", arbitrary::datum());
       const Trace trace = trial.run(R"(
         errors = {"KeyError": KeyError, "ValueError": ValueError, "RuntimeError": RuntimeError,
                   "IndexError": IndexError, "AssertionError": AssertionError}
         error = errors[name](argument)
         def fail():
             raise error
         def caught(future):
             try:
                 return future.result()
             except Exception as raised:
                 return raised
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(fail)
         attempt("result", submitted.result())
         record("same", caught(submitted) is error)
         record("same", submitted.exception() is error)
       )");
       const auto errors = trace.errors("result");
       ASSERT_THAT(errors, SizeIs(1));
       EXPECT_EQ(Value(errors.front().type), name);
       EXPECT_THAT(errors.front().args, ElementsAre(argument));
       EXPECT_THAT(trace.values("same"), ElementsAre(Value(true), Value(true)));
     }).times(10)},

    {"futures.result.timeout", adversary([](Trial& trial) {
       trial.open("hold").after(ended("unfinished", 8));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         for timeout in [0, -1, 0.01, 0.0]:
             attempt("unfinished", held.result(timeout=timeout))
             attempt("unfinished", held.exception(timeout))
         held.result()
         for timeout in [0, -1, 0.01, 3600]:
             attempt("result", held.result(timeout))
             attempt("exception", held.exception(timeout=timeout))
       )"));
       EXPECT_THAT(trace.outcomes("unfinished"), SizeIs(8));
       EXPECT_THAT(trace.outcomes("unfinished"), Each(Raised("TimeoutError")));
       EXPECT_THAT(trace.outcomes("result"), Each(ValueIs("held")));
       EXPECT_THAT(trace.outcomes("exception"), Each(ValueIs(Value())));
     })},

    {"futures.result.timeout-leaves-pending",
     property([](Trial& trial) {
       trial.pick("expiries", 1, 4);
       trial.open("hold").after(logged("asked"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         queued = pool.submit(abs, -7)
         for _ in range(expiries):
             for future in [held, queued]:
                 attempt("expired", future.result(timeout=0.01))
                 attempt("expired", future.exception(timeout=0.01))
         for future in [held, queued]:
             record("states", [future.running(), future.cancelled()])
         log("asked")
         attempt("result", held.result())
         attempt("result", queued.result())
         record("cancelled", [held.cancelled(), queued.cancelled()])
       )"));
       EXPECT_THAT(trace.outcomes("expired"), Each(Raised("TimeoutError")));
       EXPECT_THAT(trace.values("states"),
                   ElementsAre(Value(List{{true, false}}), Value(List{{false, false}})));
       EXPECT_THAT(trace.outcomes("result"), ElementsAre(ValueIs("held"), ValueIs(7)));
       EXPECT_EQ(trace.value("cancelled"), Value(List{{false, false}}));
     }).times(4)},
};

}  // namespace
}  // namespace touchstone
