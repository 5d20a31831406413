// functional.map.*: what a map object does when it is made, and how much each step takes.
#include <numeric>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks functional_map_laziness_checks{
    {"functional.map.creation-calls-nothing", property([](Trial& trial) {
       trial.pick("length", 1, 6);
       trial.pick("sources", 1, 3);
       const Trace trace = trial.run(R"(
         def noted(*items):
             log("call")
             return items
         made = map(noted, *[range(length)] * sources)
         log("made")
         for item in made:
             pass
       )");
       EXPECT_EQ(trace.order({"call", "made"}).front(), "made");
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def failing(item):
             raise ValueError(item)
         attempt("make", map(failing, [1, 2]))
       )");
       EXPECT_THAT(trace.outcome("make"), ValueIs(_));
     })},

    {"functional.map.one-call-per-step", property([](Trial& trial) {
       const auto length = trial.pick("length", 1, 9);
       const auto taken = trial.pick("taken", 0, length);
       const Trace trace = trial.run(R"(
         calls = []
         def noted(item):
             calls.append(item)
             return [item]
         source = iter(range(length))
         made = map(noted, source)
         for step in range(taken):
             attempt("step", next(made))
         log("calls", calls)
         log("left", list(source))
       )");
       std::vector<std::int64_t> numbers(static_cast<std::size_t>(length));
       std::iota(numbers.begin(), numbers.end(), 0);
       const auto middle = numbers.begin() + taken;
       EXPECT_THAT(trace.logs("calls"), ElementsAre(Value(std::vector(numbers.begin(), middle))));
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(std::vector(middle, numbers.end()))));
     }),
     adversary([](Trial& trial) {
       const auto taken = trial.pick("taken", 1, 6);
       const Trace trace = trial.run(R"(
         def failing_after(item):
             if item == taken:
                 raise ValueError(item)
             return [item]
         made = map(failing_after, range(taken + 1))
         for step in range(taken):
             attempt("step", next(made))
       )");
       EXPECT_THAT(trace.outcomes("step"),
                   AllOf(SizeIs(static_cast<std::size_t>(taken)), Each(ValueIs(_))));
     })},

    {"functional.map.sees-later-appends", property([](Trial& trial) {
       const auto length = trial.pick("length", 1, 6);
       trial.pick("taken", 0, length);
       const Trace trace = trial.run(R"(
         source = list(range(length))
         made = map(lambda item: [item], source)
         for step in range(taken):
             next(made)
         source.append("early")
         for item in made:
             log("drained", item)
         source.append("late")
         attempt("after the end", list(made))
       )");
       EXPECT_THAT(trace.logs("drained"), Contains(Value(List{{"early"}})));
       EXPECT_THAT(trace.outcome("after the end"), ValueIs(List{}));
     })},

    {"functional.map.endless-input", property([](Trial& trial) {
       const auto taken = trial.pick("taken", 0, 8);
       const auto finite = trial.pick("finite", 0, 8);
       // As good as endless, and yet an implementation that wants all of it is found out at once.
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(3000):
                 yield number
         source = numbers()
         odd = map(lambda number: 2 * number + 1, source)
         log("taken", [next(odd) for step in range(taken)])
         attempt("next of the source", next(source))
         attempt("with a finite one", len(list(map(lambda *items: items, numbers(), range(finite)))))
       )");
       Values odd;
       for (std::int64_t i = 0; i < taken; ++i) odd.emplace_back(2 * i + 1);
       EXPECT_THAT(trace.logs("taken"), ElementsAre(Value(List{odd})));
       EXPECT_THAT(trace.outcome("next of the source"), ValueIs(taken));
       EXPECT_THAT(trace.outcome("with a finite one"), ValueIs(finite));
     })},

    {"functional.map.result-is-iterator", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         one = map(lambda item: item, [1, 2])
         several = map(lambda left, right: left, [1, 2], [3, 4])
         for made in [one, several]:
             attempt("iter", iter(made) is made)
             attempt("step", next(made))
             log("is a list", isinstance(made, list))
       )");
       EXPECT_THAT(trace.outcomes("iter"), ElementsAre(ValueIs(true), ValueIs(true)));
       EXPECT_THAT(trace.outcomes("step"), ElementsAre(ValueIs(_), ValueIs(_)));
       EXPECT_THAT(trace.logs("is a list"), ElementsAre(Value(false), Value(false)));
     })},

    {"functional.map.single-pass", property([](Trial& trial) {
       trial.pick("length", 0, 6);
       const Trace trace = trial.run(R"(
         made = map(lambda item: item, range(length))
         for item in made:
             pass
         attempt("second pass", list(made))
         for step in range(3):
             attempt("step", next(made))
       )");
       EXPECT_THAT(trace.outcome("second pass"), ValueIs(List{}));
       EXPECT_THAT(trace.outcomes("step"), AllOf(SizeIs(3), Each(Raised("StopIteration"))));
     })},

    {"functional.map.no-length", property([](Trial& trial) {
       trial.pick("length", 1, 6);
       const Trace trace = trial.run(R"(
         made = map(lambda item: [item], list(range(length)))
         attempt("len", len(made))
         attempt("step", next(made))
         attempt("len", len(made))
         for item in made:
             pass
         attempt("len", len(made))
       )");
       EXPECT_THAT(trace.outcomes("len"), AllOf(SizeIs(3), Each(Raised("TypeError"))));
     })},

    {"functional.map.no-indexing", property([](Trial& trial) {
       const auto length = trial.pick("length", 1, 6);
       trial.pick("index", -length, length - 1);
       const Trace trace = trial.run(R"(
         made = map(lambda item: [item], list(range(length)))
         attempt("index", made[index])
         log("left", len(list(made)))
       )");
       EXPECT_THAT(trace.outcome("index"), Raised("TypeError"));
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(length)));
     })},
};

}  // namespace
}  // namespace touchstone
