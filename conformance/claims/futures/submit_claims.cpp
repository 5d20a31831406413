// What submit takes and gives.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

const Checks futures_submit_checks{
    {"futures.executor.pow-thread", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(max_workers=4)
         record("power", pool.submit(pow, 2, 3).result())
       )");
       EXPECT_EQ(trace.value("power"), Value(8));
     }),
     property([](Trial& trial) {
       const auto base = trial.pick("base", 0, 9);
       const auto exponent = trial.pick("exponent", 0, 9);
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(max_workers=4)
         record("power", pool.submit(pow, base, exponent).result())
       )");
       Integer power = 1;
       for (std::int64_t i = 0; i < exponent; ++i) power *= static_cast<long>(base);
       EXPECT_EQ(trace.value("power"), Value(power));
     }).times(10)},

    {"futures.submit.arguments", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def echo(*args, **kwargs):
             return [list(args), sorted(kwargs.items())]
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(echo, 1, fn=2, self=3, args=4, kwargs=5, timeout=6)
         attempt("echo", submitted.result())
       )");
       const Value named(List{{Tuple{{"args", 4}}, Tuple{{"fn", 2}}, Tuple{{"kwargs", 5}},
                               Tuple{{"self", 3}}, Tuple{{"timeout", 6}}}});
       EXPECT_THAT(trace.outcome("echo"), ValueIs(Value(List{{List{{1}}, named}})));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(0, 4));
       const auto named = trial.pick("named", 0, 3);
       const Value datum = trial.pick("datum", arbitrary::datum());
       const Trace trace = trial.run(R"(
         def echo(*args, **kwargs):
             return [list(args), sorted(kwargs.items())]
         pool = concurrent.futures.ThreadPoolExecutor(1)
         keywords = {f"keyword_{n}": datum for n in range(named)}
         attempt("echo", pool.submit(echo, *numbers, **keywords).result())
       )");
       List pairs;
       for (std::int64_t n = 0; n < named; ++n)
         pairs.items.emplace_back(Tuple{{"keyword_" + std::to_string(n), datum}});
       EXPECT_THAT(trace.outcome("echo"), ValueIs(Value(List{{Value(numbers), Value(pairs)}})));
     }).times(10),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def echo(*args, **kwargs):
             return [list(args), sorted(kwargs.items())]
         def main():
             with concurrent.futures.ProcessPoolExecutor(1) as pool:
                 attempt("echo", pool.submit(echo, 1, [2, "three"], fn=4, other=None).result())
       )");
       const Value positional(List{{1, List{{2, "three"}}}});
       const Value named(List{{Tuple{{"fn", 4}}, Tuple{{"other", nullptr}}}});
       EXPECT_THAT(trace.outcome("echo"), ValueIs(Value(List{{positional, named}})));
     }).needs("futures.process_pool")},

    {"futures.submit.bad-callable", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(1)
         for job in [5, None, "text"]:
             submitted = attempt("submit", pool.submit(job))
             attempt("exception", submitted.exception())
         attempt("later", pool.submit(abs, -7).result())
       )");
       for (const Outcome& submitted : trace.outcomes("submit")) {
         ASSERT_THAT(submitted, ValueIs(_));
         const auto* object = submitted.value()->get_if<ObjectValue>();
         ASSERT_NE(object, nullptr);
         EXPECT_EQ(object->kind, "future");
       }
       EXPECT_THAT(trace.outcomes("exception"), SizeIs(3));
       EXPECT_THAT(trace.outcomes("exception"), Each(ValueIs(Raised("TypeError"))));
       EXPECT_THAT(trace.outcome("later"), ValueIs(7));
     })},

    {"futures.submit.missing-function", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         pool = concurrent.futures.ThreadPoolExecutor(1)
         attempt("submit", pool.submit())
         attempt("later", pool.submit(abs, -7).result())
       )");
       EXPECT_THAT(trace.outcome("submit"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("later"), ValueIs(7));
     })},

    {"futures.submit.returns-future", adversary([](Trial& trial) {
       trial.open("hold").after(ended("submit"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         futures = []
         with record("submit"):
             for n in range(1000):
                 futures.append(pool.submit(abs, -n))
         record("kinds", sorted({kind(future) for future in futures}))
         record("results", [future.result() for future in futures] == list(range(1000)))
       )"));
       EXPECT_EQ(trace.value("kinds"), Value(List{{"future"}}));
       EXPECT_EQ(trace.value("results"), Value(true));
     })},
};

}  // namespace
}  // namespace touchstone
