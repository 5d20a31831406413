// Jobs that fail: what exception gives, and what the failure leaves alone.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks futures_exception_checks{
    {"futures.exception.compare-with-null", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Quiet(Exception):
             def __bool__(self):
                 return False
         class Empty(Exception):
             def __len__(self):
                 return 0
         def fail(error):
             raise error
         pool = concurrent.futures.ThreadPoolExecutor(1)
         for error in [Quiet("lost"), Empty("lost")]:
             failed = pool.submit(fail, error)
             record("is none", failed.exception() is None)
             record("is the error", failed.exception() is error)
             record("taken for success", not failed.exception())
             attempt("result", failed.result())
       )");
       EXPECT_THAT(trace.values("is none"), Each(Value(false)));
       EXPECT_THAT(trace.values("is the error"), Each(Value(true)));
       EXPECT_THAT(trace.values("taken for success"), Each(Value(true)));
       EXPECT_THAT(trace.outcomes("result"), ElementsAre(AnyOf(ValueIs(Value()), Raised("Quiet")),
                                                         AnyOf(ValueIs(Value()), Raised("Empty"))));
     })},

    {"futures.exception.example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(n):
             if n == 0:
                 raise ValueError("除零错误")
             return 10 / n
         pool = concurrent.futures.ThreadPoolExecutor(2)
         futures = [pool.submit(task, n) for n in range(3)]
         for future in futures:
             error = future.exception()
             log("line", f"任务结果: {future.result()}" if error is None else f"任务引发异常: {error}")
       )");
       EXPECT_THAT(trace.logs("line"),
                   ElementsAre(Value("任务引发异常: 除零错误"), Value("任务结果: 10.0"),
                               Value("任务结果: 5.0")));
     }),
     property([](Trial& trial) {
       const auto jobs = trial.pick("jobs", 1, 8);
       const auto failing = trial.pick("failing", 0, 7);
       const Trace trace = trial.run(R"(
         def task(n):
             if n == failing:
                 raise ValueError("of the job")
             return 2 * n
         pool = concurrent.futures.ThreadPoolExecutor(2)
         futures = [pool.submit(task, n) for n in range(jobs)]
         for future in futures:
             error = future.exception()
             log("line", future.result() if error is None else list(error.args))
       )");
       Values expected;
       for (std::int64_t n = 0; n < jobs; ++n)
         expected.push_back(n == failing ? Value(List{{"of the job"}}) : Value(2 * n));
       EXPECT_EQ(trace.logs("line"), expected);
     }).times(10)},

    {"futures.exception.isolated", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def fail():
             raise KeyError("of the job")
         pool = concurrent.futures.ThreadPoolExecutor(2)
         for failed in [pool.submit(fail) for _ in range(5)]:
             attempt("failed", failed.result())
         record("later", pool.submit(abs, -7).result())
       )");
       EXPECT_THAT(trace.outcomes("failed"), SizeIs(5));
       EXPECT_THAT(trace.outcomes("failed"), Each(Raised("KeyError")));
       EXPECT_EQ(trace.value("later"), Value(7));
     }),
     property([](Trial& trial) {
       trial.pick("workers", 1, 3);
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 10));
       const Trace trace = trial.run(R"(
         def task(n):
             if n < 0:
                 raise KeyError(n)
             return n
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         futures = [pool.submit(task, n) for n in numbers]
         for future in futures:
             attempt("outcome", future.result())
         record("later", pool.submit(abs, -7).result())
       )");
       std::vector<testing::Matcher<const Outcome&>> expected;
       for (const std::int64_t n : numbers) {
         if (n < 0) {
           expected.emplace_back(Raised("KeyError"));
         } else {
           expected.push_back(ValueIs(n));
         }
       }
       EXPECT_THAT(trace.outcomes("outcome"), ElementsAreArray(expected));
       EXPECT_EQ(trace.value("later"), Value(7));
     }).times(10),
     // What ends a program ends no worker.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def fail(error):
             raise error
         pool = concurrent.futures.ThreadPoolExecutor(1)
         for error in [SystemExit(3), KeyboardInterrupt(), GeneratorExit()]:
             record("same", pool.submit(fail, error).exception() is error)
             record("later", pool.submit(abs, -7).result())
       )");
       EXPECT_THAT(trace.values("same"), AllOf(SizeIs(3), Each(Value(true))));
       EXPECT_THAT(trace.values("later"), AllOf(SizeIs(3), Each(Value(7))));
     })},

    {"futures.exception.none-on-success", adversary([](Trial& trial) {
       trial.open("work").after(begun("exception"), blocked("exception")).settle(20ms);
       const Trace trace = trial.run(R"(
         def job():
             gate("work")
             record("last", None)
             return "value"
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(job)
         record("exception", submitted.exception())
         record("again", submitted.exception())
       )");
       EXPECT_EQ(trace.value("exception"), Value());
       EXPECT_EQ(trace.value("again"), Value());
       EXPECT_THAT(trace, Before("last", "exception"));
     })},

    {"futures.exception.returned-not-raised",
     property([](Trial& trial) {
       const auto argument = trial.pick("argument", arbitrary::datum());
       trial.open("work").after(begun("exception"), blocked("exception"));
       const Trace trace = trial.run(R"(
         error = KeyError(argument)
         def fail():
             gate("work")
             record("last", None)
             raise error
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(fail)
         attempt("exception", submitted.exception())
         attempt("same", submitted.exception() is error)
       )");
       EXPECT_THAT(trace.outcome("exception"), ValueIs(Raised("KeyError")));
       EXPECT_THAT(trace.outcome("same"), ValueIs(true));
       EXPECT_THAT(trace, Before("last", "exception"));
     }).times(10)},

    {"futures.exception.unobserved-silent", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def fail():
             log("failing")
             raise KeyError("nobody " + "asks")
         def child():
             pool = concurrent.futures.ThreadPoolExecutor(1)
             pool.submit(fail)
             pool.submit(fail)
             log("next", pool.submit(abs, -7).result())
             log("last")
         def main():
             ended = program(child)
             record("status", ended.status)
             record("printed", ended.stdout + ended.stderr)
       )");
       EXPECT_EQ(trace.count("failing"), 2u);
       EXPECT_THAT(trace.logs("next"), ElementsAre(Value(7)));
       EXPECT_EQ(trace.count("last"), 1u);
       EXPECT_EQ(trace.value("status"), Value(0));
       EXPECT_EQ(trace.value("printed"), Value(Bytes{}));
     })},
};

}  // namespace
}  // namespace touchstone
