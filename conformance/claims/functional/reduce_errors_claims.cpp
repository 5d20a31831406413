// functional.reduce.*: wrong arguments, errors of the function, and signatures that are no code.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;

const Checks functional_reduce_errors_checks{
    {"functional.reduce.two-argument-function", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for function in [lambda: 0, lambda a: 0, lambda a, b, c: 0]:
             attempt("two elements", functools.reduce(function, [1, 2]))
             attempt("an initial value and one element", functools.reduce(function, [1], 2))
             attempt("no call needed", functools.reduce(function, [], 7))
       )");
       const auto refused = AllOf(SizeIs(3), Each(Raised("TypeError")));
       EXPECT_THAT(trace.outcomes("two elements"), refused);
       EXPECT_THAT(trace.outcomes("an initial value and one element"), refused);
       EXPECT_THAT(trace.outcomes("no call needed"), AllOf(SizeIs(3), Each(ValueIs(7))));
     })},

    {"functional.reduce.non-iterable", property([](Trial& trial) {
       trial.pick_one("wrong", {5, 2.5, true, Value()});
       const Trace trace = trial.run(R"(
         def called(total, item):
             log("called", total, item)
         attempt("reduce", functools.reduce(called, wrong))
         attempt("reduce with initial", functools.reduce(called, wrong, 0))
       )");
       EXPECT_THAT(trace.outcome("reduce"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("reduce with initial"), Raised("TypeError"));
       EXPECT_TRUE(trace.absent("called"));
     })},

    {"functional.reduce.stops-at-error", property([](Trial& trial) {
       const auto length = trial.pick("length", 2, 9);
       const auto failing = trial.pick("failing", 1, length - 1);
       const Trace trace = trial.run(R"(
         planned, met = ValueError("planned"), None
         def failing_once(total, item):
             if failing in [total, item]:
                 raise planned
             return 0
         source = iter(range(length))
         try:
             record("reduce", functools.reduce(failing_once, source))
         except ValueError as error:
             met = error
         log("unchanged", met is planned)
         log("left", list(source))
       )");
       Numbers left;
       for (auto number = failing + 1; number < length; ++number) left.push_back(number);
       EXPECT_THAT(trace.outcome("reduce"), Raised("ValueError"));
       EXPECT_THAT(trace.logs("unchanged"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(left)));
     })},

    {"functional.reduce.initial-positional-only", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 6));
       const auto initial = trial.pick("start", 1, 1000);
       const Trace trace = trial.run(R"(
         attempt("initializer", functools.reduce(lambda a, b: a + b, numbers, initializer=start))
         attempt("initial", functools.reduce(lambda a, b: a + b, numbers, initial=start))
       )");
       std::int64_t sum = initial;
       for (const auto number : numbers) sum += number;
       EXPECT_THAT(trace.outcome("initializer"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("initial"), AnyOf(Raised("TypeError"), ValueIs(sum)));
     })},

    {"functional.reduce.signature-is-notation", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("sketch", compiles("reduce(function, iterable[, start])\n• function: folds two\n"))
       )");
       EXPECT_THAT(trace.outcome("sketch"), Raised("SyntaxError"));
     }),
     // Each oddity alone, after lines that are code.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("code", compiles("def fold(function, items):\n    return items\nfold(len, [])\n"))
         attempt("odd", compiles("value = 1\nfold(function, items[, start])\n"))
         attempt("odd", compiles("value = 1\n• value: a number\n"))
         attempt("odd", compiles("value = 1\nvalue: a number that counts\n"))
       )");
       EXPECT_THAT(trace.outcome("code"), ValueIs(true));
       EXPECT_THAT(trace.outcomes("odd"), AllOf(SizeIs(3), Each(Raised("SyntaxError"))));
     })},
};

}  // namespace
}  // namespace touchstone
