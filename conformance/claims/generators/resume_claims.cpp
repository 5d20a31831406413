// What a generator keeps while it is suspended, and to whom its values go.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;

/// Picked as which of several takes the next turn.
Numbers pick_turns(Trial& trial, std::int64_t several, std::size_t at_most) {
  return trial.pick("turns", arbitrary::numbers(0, several - 1, 1, at_most));
}

const Checks generators_resume_checks{
    {"generators.instances.independent", property([](Trial& trial) {
       const Numbers turns = pick_turns(trial, 3, 12);
       const Trace trace = trial.run(R"(
         def sums(step):
             total = 0
             while True:
                 yield total
                 total += step
         instances = [sums(step) for step in [1, 10, 100]]
         for turn in turns:
             record("sum", next(instances[turn]))
       )");
       const Numbers steps = {1, 10, 100};
       Numbers totals = {0, 0, 0};
       Values expected;
       for (const std::int64_t turn : turns) {
         const auto at = static_cast<std::size_t>(turn);
         expected.emplace_back(totals[at]);
         totals[at] += steps[at];
       }
       EXPECT_EQ(trace.values("sum"), expected);
     }),
     adversary([](Trial& trial) {
       const Numbers numbers = trial.pick("numbers", arbitrary::small_integers(1, 5));
       const Trace trace = trial.run(R"(
         async def twice(number):
             return 2 * number
         async def plus_one(number):
             doubled = await twice(number)
             return doubled + number + 1
         instances = [plus_one(number) for number in numbers]
         for instance in instances:
             try:
                 instance.send(None)
             except StopIteration as end:
                 log("result", end.value)
       )");
       Values expected;
       for (const std::int64_t number : numbers) expected.emplace_back(3 * number + 1);
       EXPECT_EQ(trace.logs("result"), expected);
     })},

    {"generators.reentry.error", adversary([](Trial& trial) {
       trial.pick_one("way", {"next", "send", "loop", "throw"});
       const Trace trace = trial.run(R"(
         def resume():
             if way == "next":
                 next(own)
             elif way == "send":
                 own.send(None)
             elif way == "loop":
                 for number in own:
                     pass
             else:
                 own.throw(KeyError("of the resumer"))
         def numbers():
             attempt("inside", resume())
             yield 1
             yield 2
         own = numbers()
         attempt("outside", next(own))
         attempt("outside", next(own))
         attempt("outside", next(own))
       )");
       EXPECT_THAT(trace.outcome("inside"), Raised("ValueError"));
       EXPECT_THAT(trace.outcomes("outside"),
                   ElementsAre(ValueIs(1), ValueIs(2), Raised("StopIteration")));
     })},

    {"generators.resume.caller-not-fixed", property([](Trial& trial) {
       const Numbers turns = pick_turns(trial, 3, 8);
       const Trace trace = trial.run(R"(
         def numbers():
             number = 0
             while True:
                 yield number
                 number += 1
         def plain():
             attempt("plain", next(shared))
         def nested():
             def inner():
                 return next(shared)
             attempt("nested", inner())
         def from_generator():
             attempt("generator", next(shared))
             yield "never the shared number"
         shared = numbers()
         for turn in turns:
             if turn == 0:
                 plain()
             elif turn == 1:
                 nested()
             else:
                 log("own", next(from_generator()))
       )");
       const std::vector<std::string> resumers = {"plain", "nested", "generator"};
       for (std::size_t i = 0; i < resumers.size(); ++i) {
         std::vector<testing::Matcher<const Outcome&>> received;
         for (std::size_t turn = 0; turn < turns.size(); ++turn)
           if (turns[turn] == static_cast<std::int64_t>(i)) received.push_back(ValueIs(turn));
         if (received.empty()) continue;
         EXPECT_THAT(trace.outcomes(resumers[i]), ElementsAreArray(received));
       }
       if (trace.count("own") > 0) {
         EXPECT_THAT(trace.logs("own"), Each(Value("never the shared number")));
       }
     })},

    {"generators.resume.caller-state-untouched", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def again():
             raise
         def handles():
             try:
                 raise KeyError("of the generator")
             except KeyError:
                 yield 1
                 attempt("generator", again())
                 yield 2
                 attempt("generator", again())
         suspended = handles()
         next(suspended)
         attempt("outside", again())
         try:
             raise OSError("of the consumer")
         except OSError:
             attempt("handler", again())
             next(suspended)
             attempt("handler", again())
         attempt("outside", again())
         next(suspended, None)
         attempt("outside", again())
       )");
       EXPECT_THAT(trace.outcomes("generator"),
                   ElementsAre(Raised("KeyError"), Raised("KeyError")));
       EXPECT_THAT(trace.outcomes("handler"), ElementsAre(Raised("OSError"), Raised("OSError")));
       EXPECT_THAT(
           trace.outcomes("outside"),
           ElementsAre(Raised("RuntimeError"), Raised("RuntimeError"), Raised("RuntimeError")));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def again():
             raise
         def inner():
             attempt("begun inside a handler", again())
             yield 1
             attempt("resumed outside", again())
             yield 2
         def outer():
             try:
                 raise KeyError("of the outer generator")
             except KeyError:
                 pulled = inner()
                 next(pulled)
                 yield pulled
                 attempt("outer", again())
                 yield "end"
         both = outer()
         pulled = next(both)
         next(pulled)
         next(both)
       )");
       EXPECT_THAT(trace.outcome("begun inside a handler"), Raised("KeyError"));
       EXPECT_THAT(trace.outcome("resumed outside"), Raised("RuntimeError"));
       EXPECT_THAT(trace.outcome("outer"), Raised("KeyError"));
     })},

    {"generators.resume.locals-preserved", property([](Trial& trial) {
       const Numbers steps = trial.pick("steps", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         def sums(steps):
             total = 0
             items = []
             for step in steps:
                 total += step
                 items.append(step)
                 yield [total, list(items)]
         for state in sums(steps):
             log("state", state)
       )");
       Values expected;
       Numbers items;
       std::int64_t total = 0;
       for (const std::int64_t step : steps) {
         total += step;
         items.push_back(step);
         expected.emplace_back(List{{total, items}});
       }
       EXPECT_EQ(trace.logs("state"), expected);
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def double(number):
             return 2 * number
         async def collect(number):
             items = [number]
             number += 1
             items.append(await double(number))
             number += 1
             items.append(await double(number))
             return items
         try:
             collect(5).send(None)
         except StopIteration as end:
             log("collected", end.value)
         def changes(argument):
             argument += 1
             yield argument
             argument += 1
             yield argument
         log("argument", list(changes(5)))
       )");
       EXPECT_THAT(trace.logs("collected"), ElementsAre(Value(List{{5, 12, 14}})));
       EXPECT_THAT(trace.logs("argument"), ElementsAre(Value(List{{6, 7}})));
     })},

    {"generators.resume.point-preserved", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def winding():
             log("step", "begin")
             yield
             if True:
                 log("step", "branch")
                 yield
                 log("step", "branch again")
             for turn in range(2):
                 log("step", f"loop {turn}")
                 yield
                 log("step", f"loop {turn} again")
                 try:
                     log("step", f"try {turn}")
                     yield
                     log("step", f"try {turn} again")
                 finally:
                     log("step", f"finally {turn}")
                     yield
                     log("step", f"finally {turn} again")
             log("step", "end")
         for _ in winding():
             pass
       )");
       EXPECT_THAT(trace.logs("step"),
                   ElementsAreArray(
                       Values{"begin", "branch", "branch again",                              //
                              "loop 0", "loop 0 again", "try 0", "try 0 again", "finally 0",  //
                              "finally 0 again",                                              //
                              "loop 1", "loop 1 again", "try 1", "try 1 again", "finally 1",  //
                              "finally 1 again", "end"}));
     }),
     property([](Trial& trial) {
       const auto outer = trial.pick("outer", 0, 4);
       const auto inner = trial.pick("inner", 0, 4);
       const Trace trace = trial.run(R"(
         def grid():
             row = 0
             while row < outer:
                 column = 0
                 while column < inner:
                     log("before", row, column)
                     yield
                     log("after", row, column)
                     column += 1
                 row += 1
             log("before", "end")
         for _ in grid():
             pass
       )");
       Values expected;
       for (std::int64_t row = 0; row < outer; ++row)
         for (std::int64_t column = 0; column < inner; ++column)
           expected.insert(expected.end(), 2, Tuple{{row, column}});
       expected.emplace_back(Tuple{{"end"}});
       EXPECT_EQ(
           trace.count("after") == 0 ? trace.log_rows("before") : trace.log_rows("before", "after"),
           expected);
     })},
};

}  // namespace
}  // namespace touchstone
