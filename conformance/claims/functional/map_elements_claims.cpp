// functional.map.*: which elements a map over one iterable gives, and in what order.
#include <algorithm>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;

rc::Gen<Numbers> distinct_numbers() {
  return rc::gen::resize(8, rc::gen::unique<Numbers>(rc::gen::inRange<std::int64_t>(-50, 51)));
}

const Checks functional_map_elements_checks{
    {"functional.map.elementwise-in-order", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("squares", list(map(lambda number: number * number, [1, 2, 3, 4, 5])))
       )");
       EXPECT_THAT(trace.logs("squares"), ElementsAre(Value(Numbers{1, 4, 9, 16, 25})));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 12));
       const Trace trace = trial.run(R"(
         log("paired", list(map(lambda number: [number, -number], numbers)))
       )");
       Values paired;
       for (const auto number : numbers) paired.emplace_back(Numbers{number, -number});
       EXPECT_THAT(trace.logs("paired"), ElementsAre(Value(List{paired})));
     }),
     // Equal neighbours and a function that counts: what is computed out of turn or only once
     // shows.
     adversary([](Trial& trial) {
       const auto bits = trial.pick(
           "bits",
           rc::gen::resize(9, rc::gen::container<Numbers>(rc::gen::inRange<std::int64_t>(0, 2))));
       const Trace trace = trial.run(R"(
         calls = []
         def counted(bit):
             calls.append(bit)
             return (len(calls), bit)
         log("counted", list(map(counted, bits)))
       )");
       Values counted;
       for (const auto bit : bits) counted.emplace_back(Tuple{{counted.size() + 1, bit}});
       EXPECT_THAT(trace.logs("counted"), ElementsAre(Value(List{counted})));
     })},

    {"functional.map.any-iterable-kind", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", rc::gen::nonEmpty(distinct_numbers()));
       const Trace trace = trial.run(R"(
         sources = [
             ("list", list(numbers)),
             ("tuple", tuple(numbers)),
             ("set", set(numbers)),
             ("dict", {number: None for number in numbers}),
             ("generator", (number for number in numbers)),
             ("iterator", iter(numbers)),
             ("map", map(lambda number: number, numbers)),
         ]
         for name, source in sources:
             with attempt(name):
                 for result in map(lambda number: number + 1, source):
                     log("from " + name, result)
       )");
       Values expected;
       for (const auto number : numbers) expected.emplace_back(number + 1);
       for (const std::string kind :
            {"list", "tuple", "set", "dict", "generator", "iterator", "map"}) {
         EXPECT_THAT(trace.outcome(kind), ValueIs(Value())) << kind;
         EXPECT_THAT(trace.logs("from " + kind), UnorderedElementsAreArray(expected)) << kind;
       }
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         with attempt("text"):
             for letter in map(lambda letter: [letter], "añ世"):
                 log("letter", letter)
         with attempt("map of a map"):
             for number in map(lambda n: 2 * n, map(lambda n: n + 1, [1, 2, 3])):
                 log("nested", number)
       )");
       EXPECT_THAT(trace.outcome("text"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("letter"), SizeIs(3));
       EXPECT_THAT(trace.outcome("map of a map"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("nested"), UnorderedElementsAreArray(Values{4, 6, 8}));
     })},

    {"functional.map.dict-yields-keys", property([](Trial& trial) {
       auto keys = trial.pick("keys", rc::gen::nonEmpty(distinct_numbers()));
       // The first key is taken out and put in again, which makes it the last.
       const Trace trace = trial.run(R"(
         source = {key: [key] for key in keys}
         source[keys[0]] = source.pop(keys[0])
         def noted(*arguments):
             log("arguments", *arguments)
         for result in map(noted, source):
             pass
       )");
       std::ranges::rotate(keys, keys.begin() + 1);
       Values expected;
       for (const auto key : keys) expected.emplace_back(Tuple{{key}});
       EXPECT_EQ(trace.log_rows("arguments"), expected);
     })},

    {"functional.map.cannot-filter", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("odd", list(map(lambda number: number % 2 == 1, [1, 2, 3, 4])))
       )");
       EXPECT_THAT(trace.logs("odd"), ElementsAre(Value(List{{true, false, true, false}})));
     }),
     property([](Trial& trial) {
       const auto places = trial.pick(
           "places",
           rc::gen::resize(9, rc::gen::container<Numbers>(rc::gen::inRange<std::int64_t>(0, 6))));
       const Values results{Value(), false, 0, "", List{}, 7};
       trial.bind("results", List{results});
       const Trace trace = trial.run(R"(
         log("mapped", list(map(lambda place: results[place], places)))
       )");
       Values expected;
       for (const auto place : places) expected.push_back(results[static_cast<std::size_t>(place)]);
       EXPECT_THAT(trace.logs("mapped"), ElementsAre(Value(List{expected})));
     })},

    {"functional.map.length-kept-for-one-iterable", property([](Trial& trial) {
       const auto places = trial.pick(
           "places",
           rc::gen::resize(12, rc::gen::container<Numbers>(rc::gen::inRange<std::int64_t>(0, 3))));
       const Trace trace = trial.run(R"(
         results = [None, False, "same"]
         log("count", len(list(map(lambda place: results[place], places))))
       )");
       EXPECT_THAT(trace.logs("count"), ElementsAre(Value(places.size())));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("count", len(list(map(lambda item: None, [1, 1, 2, 2, 2]))))
         log("count", len(list(map(lambda item: "same", [1, 1, 2, 2, 2]))))
       )");
       EXPECT_THAT(trace.logs("count"), ElementsAre(Value(5), Value(5)));
     })},

    {"functional.map.empty-input", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def called(*items):
             log("called", *items)
         exhausted = iter([1])
         next(exhausted)
         for source in [[], (), "", {}, exhausted]:
             attempt("alone", list(map(called, source)))
             attempt("first of two", list(map(called, source, [1])))
             attempt("last of two", list(map(called, [1], source)))
       )");
       const auto nothing = AllOf(SizeIs(5), Each(ValueIs(List{})));
       EXPECT_THAT(trace.outcomes("alone"), nothing);
       EXPECT_THAT(trace.outcomes("first of two"), nothing);
       EXPECT_THAT(trace.outcomes("last of two"), nothing);
       EXPECT_TRUE(trace.absent("called"));
     })},

    {"functional.map.source-unchanged", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         source = [[number] for number in numbers]
         kept = list(source)
         for result in map(lambda item: item + ["changed"], source):
             pass
         log("source", source)
         log("same elements", [source[i] is kept[i] for i in range(len(kept))])
       )");
       Values before;
       for (const auto number : numbers) before.emplace_back(Numbers{number});
       EXPECT_THAT(trace.logs("source"), ElementsAre(Value(List{before})));
       EXPECT_THAT(trace.logs("same elements"),
                   ElementsAre(Value(List{Values(numbers.size(), true)})));
     })},
};

}  // namespace
}  // namespace touchstone
