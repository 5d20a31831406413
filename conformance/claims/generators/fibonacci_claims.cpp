// The documents' generator of Fibonacci numbers.
#include "conformance/claims/generators/fibonacci.h"

namespace touchstone {
namespace {

const Checks generators_fibonacci_checks{
    {"generators.fibonacci.big", example([](Trial& trial) {
       const Trace trace = trial.run(with_fibonacci(R"(
       record("term 100", list(counted(101))[100])
       record("term 100", list(countdown(101))[100])
       )"));
       const Value term(Integer("354224848179261915075"));
       EXPECT_THAT(trace.values("term 100"), ElementsAre(term, term));
     }),
     property([](Trial& trial) {
       const auto count = trial.pick("count", 94, 250);
       const Trace trace = trial.run(with_fibonacci(R"(
       record("last", list(counted(count))[-1])
       record("last", list(countdown(count))[-1])
       )"));
       const Value last = fibonacci_numbers(count).back();
       EXPECT_THAT(trace.values("last"), ElementsAre(last, last));
     })},

    {"generators.fibonacci.empty", property([](Trial& trial) {
       trial.pick("count", -100, 0);
       const Trace trace = trial.run(with_fibonacci(R"(
       for form in [counted, countdown]:
           record("all", list(form(count)))
           attempt("first", next(form(count)))
       )"));
       EXPECT_THAT(trace.values("all"), ElementsAre(Value(List{}), Value(List{})));
       EXPECT_THAT(trace.outcomes("first"),
                   ElementsAre(Raised("StopIteration"), Raised("StopIteration")));
     })},

    {"generators.fibonacci.first-ten", example([](Trial& trial) {
       const Trace trace = trial.run(with_fibonacci(R"(
       numbers = counted(10)
       for _ in range(10):
           attempt("pulled", next(numbers))
       for number in counted(10):
           log("looped", number)
       )"));
       const Values figure = {0, 1, 1, 2, 3, 5, 8, 13, 21, 34};
       EXPECT_EQ(trace.values("pulled"), figure);
       EXPECT_EQ(trace.logs("looped"), figure);
     }),
     property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 60);
       const Trace trace = trial.run(with_fibonacci(R"(
       record("all", list(counted(count)))
       )"));
       EXPECT_EQ(trace.value("all"), Value(List{fibonacci_numbers(count)}));
     })},

    {"generators.fibonacci.fractional-count", example([](Trial& trial) {
       const Trace trace = trial.run(with_fibonacci(R"(
       record("countdown", list(countdown(2.5)))
       )"));
       EXPECT_EQ(trace.value("countdown"), Value(List{{0, 1, 1}}));
     }),
     property([](Trial& trial) {
       const auto whole = trial.pick("whole", 0, 9);
       const auto eighths = trial.pick("eighths", 1, 7);
       trial.bind("count", static_cast<double>(whole) + static_cast<double>(eighths) / 8);
       const Trace trace = trial.run(with_fibonacci(R"(
       numbers = None
       with attempt("called"):
           numbers = counted(count)
       attempt("pulled", next(numbers))
       record("countdown", list(countdown(count)))
       )"));
       EXPECT_THAT(trace.outcome("called"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("pulled"), Raised("TypeError"));
       EXPECT_EQ(trace.value("countdown"), Value(List{fibonacci_numbers(whole + 1)}));
     })},

    {"generators.fibonacci.two-forms-agree", property([](Trial& trial) {
       trial.pick("count", -5, 300);
       const Trace trace = trial.run(with_fibonacci(R"(
       record("counted", list(counted(count)))
       record("countdown", list(countdown(count)))
       )"));
       EXPECT_EQ(trace.value("counted"), trace.value("countdown"));
     })},
};

}  // namespace
}  // namespace touchstone
