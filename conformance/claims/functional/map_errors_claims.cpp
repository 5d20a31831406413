// functional.map.*: wrong arguments, and errors of the function.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;
using Outcomes = std::vector<testing::Matcher<const Outcome&>>;

const Checks functional_map_errors_checks{
    {"functional.map.arity-error-at-first-step", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         functions = [lambda: 1, lambda a: 1, lambda a, b: 1, lambda a, b, c: 1]
         for arity in range(4):
             for count in range(1, 4):
                 made = attempt("make", map(functions[arity], *[[1]] * count))
                 attempt("fits" if arity == count else "differs", next(made))
                 attempt("over empty input", list(map(functions[arity], *[[]] * count)))
       )");
       EXPECT_THAT(trace.outcomes("make"), AllOf(SizeIs(12), Each(ValueIs(_))));
       EXPECT_THAT(trace.outcomes("fits"), AllOf(SizeIs(3), Each(ValueIs(1))));
       EXPECT_THAT(trace.outcomes("differs"), AllOf(SizeIs(9), Each(Raised("TypeError"))));
       EXPECT_THAT(trace.outcomes("over empty input"), AllOf(SizeIs(12), Each(ValueIs(List{}))));
     })},

    {"functional.map.function-error-at-its-step", property([](Trial& trial) {
       const auto length = trial.pick("length", 1, 8);
       const auto failing = trial.pick("failing", 0, length - 1);
       const Trace trace = trial.run(R"(
         planned, met = ValueError("planned"), None
         def failing_once(item):
             if item == failing:
                 raise planned
             return [item]
         made = map(failing_once, range(length))
         for step in range(failing):
             attempt("step", next(made))
         try:
             record("step", next(made))
         except ValueError as error:
             met = error
         log("unchanged", met is planned)
       )");
       Outcomes steps(static_cast<std::size_t>(failing), ValueIs(_));
       steps.emplace_back(Raised("ValueError"));
       EXPECT_THAT(trace.outcomes("step"), ElementsAreArray(steps));
       EXPECT_THAT(trace.logs("unchanged"), ElementsAre(Value(true)));
     })},

    {"functional.map.resumes-after-error", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         made = map(lambda number: 1 / number, [1, 0, 2])
         for step in range(4):
             attempt("step", next(made))
       )");
       EXPECT_THAT(trace.outcomes("step"), ElementsAre(ValueIs(1.0), Raised("ZeroDivisionError"),
                                                       ValueIs(0.5), Raised("StopIteration")));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         def refusing_negatives(number):
             if number < 0:
                 raise ValueError(number)
             return [number]
         made = map(refusing_negatives, numbers)
         for step in range(len(numbers) + 1):
             attempt("step", next(made))
       )");
       Outcomes steps;
       for (const auto number : numbers) {
         if (number < 0)
           steps.emplace_back(Raised("ValueError"));
         else
           steps.emplace_back(ValueIs(Numbers{number}));
       }
       steps.emplace_back(Raised("StopIteration"));
       EXPECT_THAT(trace.outcomes("step"), ElementsAreArray(steps));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         made = map(lambda number: 1 / number, [0, 0, 2])
         for step in range(3):
             attempt("step", next(made))
       )");
       EXPECT_THAT(trace.outcomes("step"), ElementsAre(Raised("ZeroDivisionError"),
                                                       Raised("ZeroDivisionError"), ValueIs(0.5)));
     })},

    {"functional.map.stop-iteration-ends-a-pass", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def stopping_at_two(number):
             if number == 2:
                 raise StopIteration
             return number
         made = map(stopping_at_two, [1, 2, 3])
         attempt("pass", list(made))
         attempt("pass", list(made))
       )");
       EXPECT_THAT(trace.outcomes("pass"), ElementsAre(ValueIs(Numbers{1}), ValueIs(Numbers{3})));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       std::vector<Numbers> passes(1);
       for (const auto number : numbers) {
         if (number < 0)
           passes.emplace_back();
         else
           passes.back().push_back(number + 1000);
       }
       trial.bind("passes", passes.size());
       const Trace trace = trial.run(R"(
         def stopping_at_negatives(number):
             if number < 0:
                 raise StopIteration
             return number + 1000
         made = map(stopping_at_negatives, numbers)
         for turn in range(passes):
             attempt("pass", list(made))
       )");
       Outcomes expected;
       for (const Numbers& numbers_of_pass : passes)
         expected.emplace_back(ValueIs(numbers_of_pass));
       EXPECT_THAT(trace.outcomes("pass"), ElementsAreArray(expected));
     })},

    {"functional.map.needs-an-iterable", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("nothing", map())
         attempt("a function only", map(lambda item: item))
       )");
       EXPECT_THAT(trace.outcome("nothing"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("a function only"), Raised("TypeError"));
     })},

    {"functional.map.non-callable-at-first-step", property([](Trial& trial) {
       trial.pick_one("function", {5, 2.5, "name", List{}, Tuple{{1, 2}}, true});
       const Trace trace = trial.run(R"(
         made = attempt("make", map(function, [1]))
         attempt("step", next(made))
         attempt("over empty input", list(map(function, [])))
       )");
       EXPECT_THAT(trace.outcome("make"), ValueIs(_));
       EXPECT_THAT(trace.outcome("step"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("over empty input"), ValueIs(List{}));
     })},

    {"functional.map.non-iterable-at-creation", property([](Trial& trial) {
       trial.pick_one("wrong", {5, Value(), 2.5, true});
       const auto count = trial.pick("count", 1, 3);
       trial.pick("position", 0, count - 1);
       trial.pick_one("other", {List{}, Numbers{1, 2}});
       const Trace trace = trial.run(R"(
         sources = [other] * count
         sources[position] = wrong
         attempt("make", map(lambda *items: items, *sources))
       )");
       EXPECT_THAT(trace.outcome("make"), Raised("TypeError"));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("make", map(lambda *items: items, [], 5))
       )");
       EXPECT_THAT(trace.outcome("make"), Raised("TypeError"));
     })},

    {"functional.map.none-is-not-identity", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         one = attempt("make", map(None, [1]))
         two = attempt("make", map(None, [1], [2]))
         attempt("step", next(one))
         attempt("step", next(two))
       )");
       EXPECT_THAT(trace.outcomes("make"), ElementsAre(ValueIs(_), ValueIs(_)));
       EXPECT_THAT(trace.outcomes("step"), ElementsAre(Raised("TypeError"), Raised("TypeError")));
     })},
};

}  // namespace
}  // namespace touchstone
