// Pulling values out of a generator.
#include <numeric>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks generators_iteration_checks{
    {"generators.iteration.infinite-lazy", property([](Trial& trial) {
       const auto taken = trial.pick("taken", 1, 20);
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(1000):
                 log("step", number)
                 yield number
         endless = numbers()
         for _ in range(taken):
             next(endless)
       )");
       EXPECT_EQ(trace.logs("step"), numbers_below(taken));
     })},

    {"generators.iteration.one-shot", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 8);
       const auto first = trial.pick("first", 1, count);
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(count):
                 yield number
         whole = numbers()
         record("whole", [number for number in whole])
         again = []
         for number in whole:
             again.append(number)
             if len(again) > count:
                 break
         log("again", again)
         broken = numbers()
         for number in broken:
             if number == first - 1:
                 break
         record("rest", [number for number in broken])
       )");
       const Values all = numbers_below(count);
       EXPECT_EQ(trace.value("whole"), Value(List{all}));
       EXPECT_THAT(trace.logs("again"), ElementsAre(Value(List{})));
       EXPECT_EQ(trace.value("rest"), Value(List{Values(all.begin() + first, all.end())}));
     })},

    {"generators.iteration.own-iterator", property([](Trial& trial) {
       const auto turns = trial.pick("turns", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         def numbers():
             number = 0
             while True:
                 yield number
                 number += 1
         own = numbers()
         log("same", iter(own) is own)
         next(own)
         log("same", iter(own) is own)
         for turn in turns:
             if turn % 2 == 0:
                 record("pulled", next(own))
             else:
                 record("pulled", next(iter(own)))
       )");
       EXPECT_THAT(trace.logs("same"), ElementsAre(Value(true), Value(true)));
       Values pulled = numbers_below(static_cast<std::int64_t>(turns.size()) + 1);
       pulled.erase(pulled.begin());
       EXPECT_EQ(trace.values("pulled"), pulled);
     })},

    {"generators.iteration.value-per-pull", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 8);
       const auto stop = trial.pick("stop", 1, count);
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(count):
                 log("produced", number)
                 yield number
         for number in numbers():
             log("consumed", number)
             if number == stop - 1:
                 break
       )");
       Values steps;
       for (std::int64_t number = 0; number < stop; ++number)
         steps.insert(steps.end(), {Value(number), Value(number)});
       EXPECT_EQ(trace.logs("produced"), numbers_below(stop));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(stop));
       const auto order = trace.order({"produced", "consumed"});
       for (std::size_t i = 0; i < order.size(); ++i)
         EXPECT_EQ(order[i], i % 2 == 0 ? "produced" : "consumed") << "step " << i;
     })},

    {"generators.next.default", property([](Trial& trial) {
       const Values given = trial.pick(
           "given",
           rc::gen::container<Values>(rc::gen::elementOf(Values{Value(), 0, "", false, 7})));
       const Trace trace = trial.run(R"(
         def values():
             for value in given:
                 yield value
         pulled = values()
         for _ in range(len(given) + 2):
             attempt("value", next(pulled, "default"))
       )");
       std::vector<testing::Matcher<const Outcome&>> expected;
       for (const Value& value : given) expected.push_back(ValueIs(Eq(value)));
       expected.insert(expected.end(), 2, ValueIs("default"));
       EXPECT_THAT(trace.outcomes("value"), ElementsAreArray(expected));
     })},

    {"generators.next.exhausted", property([](Trial& trial) {
       const auto count = trial.pick("count", 0, 6);
       const Trace trace = trial.run(R"(
         def numbers():
             for number in range(count):
                 yield number
         pulled = numbers()
         for _ in range(count):
             next(pulled)
         for _ in range(3):
             attempt("past the end", next(pulled))
       )");
       EXPECT_THAT(
           trace.outcomes("past the end"),
           ElementsAre(Raised("StopIteration"), Raised("StopIteration"), Raised("StopIteration")))
           << count;
     })},
};

}  // namespace
}  // namespace touchstone
