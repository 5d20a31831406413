// What calling a generator function gives, and when its body begins and ends.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// Gives `yields` values, then raises the error named `which`; with more to give behind it.
constexpr const char* kRaising = R"(
  errors = {"ValueError": ValueError, "KeyError": KeyError, "OSError": OSError}
  def numbers():
      for number in range(yields):
          yield number
      raise errors[which]("of the body")
      yield "behind the error"
  pulled = numbers()
  for _ in range(yields):
      attempt("value", next(pulled))
  attempt("error", next(pulled))
  attempt("after", next(pulled))
  attempt("after", next(pulled))
)";

const Checks generators_call_checks{
    {"generators.call.lazy-body", property([](Trial& trial) {
       const auto calls = trial.pick("calls", 0, 5);
       const Trace trace = trial.run(R"(
         def numbers():
             log("step", "body")
             yield 1
         for _ in range(calls):
             numbers()
         pulled = numbers()
         log("step", "called")
         next(pulled)
       )");
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("called"), Value("body"))) << calls;
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def broken():
             raise ValueError("of the body")
             yield 1
         made = None
         with attempt("called"):
             made = broken()
         attempt("pulled", next(made))
       )");
       EXPECT_THAT(trace.outcome("called"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("pulled"), Raised("ValueError"));
     })},

    {"generators.call.object-from-call", property([](Trial& trial) {
       const Value given = trial.pick("given", arbitrary::datum());
       const Trace trace = trial.run(R"(
         def single():
             yield given
         made = single()
         log("called", kind(made))
         record("pulled", next(made))
       )");
       EXPECT_THAT(trace.logs("called"), ElementsAre(Value("generator")));
       EXPECT_EQ(trace.value("pulled"), given);
     })},

    {"generators.error.stopiteration-converted", property([](Trial& trial) {
       const auto yields = trial.pick("yields", 0, 4);
       trial.pick_one("origin", {"raised", "inner"});
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(yields):
                 yield number
             if origin == "raised":
                 raise StopIteration()
             next(iter([]))
         seen = []
         def consume():
             for number in numbers():
                 seen.append(number)
         attempt("consumed", consume())
         log("seen", len(seen))
       )");
       EXPECT_THAT(trace.outcome("consumed"), Raised("RuntimeError"));
       EXPECT_THAT(trace.logs("seen"), ElementsAre(Value(yields)));
     })},

    {"generators.error.terminates", property([](Trial& trial) {
       const auto yields = trial.pick("yields", 1, 5);
       const std::vector<std::string> errors = {"ValueError", "KeyError", "OSError"};
       const auto which = static_cast<std::size_t>(trial.pick("drawn", 0, 2));
       trial.bind("which", errors[which]);
       const Trace trace = trial.run(kRaising);
       EXPECT_THAT(trace.values("value"), SizeIs(yields));
       EXPECT_THAT(trace.outcome("error"), Raised(errors[which]));
       EXPECT_THAT(trace.outcomes("after"),
                   ElementsAre(Raised("StopIteration"), Raised("StopIteration")));
     }),
     adversary([](Trial& trial) {
       trial.bind("yields", 0);
       trial.bind("which", "ValueError");
       const Trace trace = trial.run(kRaising);
       EXPECT_THAT(trace.outcome("error"), Raised("ValueError"));
       EXPECT_THAT(trace.outcomes("after"),
                   ElementsAre(Raised("StopIteration"), Raised("StopIteration")));
     })},

    {"generators.return.value", property([](Trial& trial) {
       const auto yields = trial.pick("yields", 0, 5);
       const Value result = trial.pick("result", arbitrary::datum());
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(yields):
                 yield number
             return result
         record("looped", [number for number in numbers()])
         pulled = numbers()
         for _ in range(yields):
             next(pulled)
         try:
             next(pulled)
         except StopIteration as end:
             log("returned", end.value)
       )");
       EXPECT_EQ(trace.value("looped"), Value(List{numbers_below(yields)}));
       EXPECT_THAT(trace.logs("returned"), ElementsAre(result));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def bare():
             yield 1
             return
         pulled = bare()
         next(pulled)
         try:
             next(pulled)
         except StopIteration as end:
             log("returned", end.value)
       )");
       EXPECT_THAT(trace.logs("returned"), ElementsAre(Value()));
     })},
};

}  // namespace
}  // namespace touchstone
