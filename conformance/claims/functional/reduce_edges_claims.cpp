// functional.reduce.*: no element, one element, an initial value that is None; and where the name
// comes from.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks functional_reduce_edges_checks{
    {"functional.reduce.empty-with-initial", property([](Trial& trial) {
       trial.pick("initial", arbitrary::hashable());
       const Trace trace = trial.run(R"(
         def called(total, item):
             log("called", total, item)
         exhausted = iter([1])
         next(exhausted)
         kept = [initial]
         for source in [[], (), "", exhausted]:
             attempt("given back", functools.reduce(called, source, kept) is kept)
       )");
       EXPECT_THAT(trace.outcomes("given back"), AllOf(SizeIs(4), Each(ValueIs(true))));
       EXPECT_TRUE(trace.absent("called"));
     })},

    {"functional.reduce.empty-without-initial", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def called(total, item):
             log("called", total, item)
         exhausted = iter([1])
         next(exhausted)
         for source in [[], (), "", exhausted]:
             attempt("reduce", functools.reduce(called, source))
       )");
       EXPECT_THAT(trace.outcomes("reduce"), AllOf(SizeIs(4), Each(Raised("TypeError"))));
       EXPECT_TRUE(trace.absent("called"));
     })},

    {"functional.reduce.single-element-no-call", property([](Trial& trial) {
       trial.pick("element", arbitrary::datum());
       const Trace trace = trial.run(R"(
         def called(total, item):
             log("called", total, item)
         only = [element]
         attempt("given back", functools.reduce(called, [only]) is only)
       )");
       EXPECT_THAT(trace.outcome("given back"), ValueIs(true));
       EXPECT_TRUE(trace.absent("called"));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for function in [5, "name", None, []]:
             attempt("not called", functools.reduce(function, [1]))
       )");
       EXPECT_THAT(trace.outcomes("not called"), AllOf(SizeIs(4), Each(ValueIs(1))));
     })},

    {"functional.reduce.null-initial-counts", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("one element", functools.reduce(lambda a, b: None in [a, b], [1], None))
         attempt("no element", functools.reduce(lambda a, b: None in [a, b], [], None))
       )");
       EXPECT_THAT(trace.outcome("one element"), ValueIs(true));
       EXPECT_THAT(trace.outcome("no element"), ValueIs(_));
     }),
     property([](Trial& trial) {
       trial.pick("numbers", arbitrary::small_integers(2, 8));
       const Trace trace = trial.run(R"(
         def noted(total, item):
             log("got None", None in [total, item])
             return 0
         functools.reduce(noted, numbers, None)
       )");
       EXPECT_THAT(trace.logs("got None"), Contains(Value(true)));
     })},

    {"functional.reduce.lives-in-functools", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("map", map)
         attempt("reduce", reduce)
         attempt("functools.reduce", functools.reduce)
       )");
       EXPECT_THAT(trace.outcome("map"), ValueIs(_));
       EXPECT_THAT(trace.outcome("reduce"), Raised("NameError"));
       EXPECT_THAT(trace.outcome("functools.reduce"), ValueIs(_));
     })},

    {"functional.reduce.needs-import", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("before")
         attempt("bare name", reduce(lambda a, b: a + b, [1, 2, 3]))
         attempt("from its module", functools.reduce(lambda a, b: a + b, [1, 2, 3]))
       )");
       EXPECT_EQ(trace.count("before"), 1U);
       EXPECT_THAT(trace.outcome("bare name"), Raised("NameError"));
       EXPECT_THAT(trace.outcome("from its module"), ValueIs(6));
     })},
};

}  // namespace
}  // namespace touchstone
