// functional.map.*: a map over several iterables.
#include <algorithm>

#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;

Value numbers_from(std::int64_t first, std::int64_t end) {
  Numbers numbers;
  for (; first < end; ++first) numbers.push_back(first);
  return numbers;
}

rc::Gen<std::vector<Numbers>> rows(std::size_t count, std::size_t length) {
  return rc::gen::container<std::vector<Numbers>>(
      count, rc::gen::container<Numbers>(length, rc::gen::inRange<std::int64_t>(-100, 101)));
}

const Checks functional_map_sources_checks{
    {"functional.map.several-iterables-by-position", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("sums", list(map(lambda a, b: a + b, [1, 2, 3], [4, 5, 6])))
       )");
       EXPECT_THAT(trace.logs("sums"), ElementsAre(Value(Numbers{5, 7, 9})));
     }),
     property([](Trial& trial) {
       const auto count = static_cast<std::size_t>(trial.pick("count", 2, 4));
       const auto length = static_cast<std::size_t>(trial.pick("length", 1, 5));
       const auto sources = trial.pick("sources", rows(count, length));
       const Trace trace = trial.run(R"(
         for row in map(lambda *items: items, *sources):
             log("row", row)
       )");
       Values transposed(length, Tuple{});
       for (std::size_t i = 0; i < length; ++i) {
         Tuple row;
         for (const Numbers& source : sources) row.items.emplace_back(source[i]);
         transposed[i] = row;
       }
       EXPECT_THAT(trace.logs("row"), UnorderedElementsAreArray(transposed));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for difference in map(lambda a, b: a - b, [10, 20], [1, 2]):
             log("difference", difference)
       )");
       EXPECT_THAT(trace.logs("difference"), UnorderedElementsAreArray(Values{9, 18}));
     })},

    {"functional.map.shortest-wins", property([](Trial& trial) {
       const auto lengths = trial.pick(
           "lengths", rc::gen::container<Numbers>(3, rc::gen::inRange<std::int64_t>(0, 7)));
       const Trace trace = trial.run(R"(
         first, second, third = [range(length) for length in lengths]
         attempt("count", len(list(map(lambda *items: items, first, second, third))))
       )");
       EXPECT_THAT(trace.outcome("count"), ValueIs(std::ranges::min(lengths)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for shortest in [0, 2]:
             for position in range(3):
                 sources = [range(4), range(3), range(1000)]
                 sources[position] = range(shortest)
                 attempt("count", len(list(map(lambda *items: items, *sources))))
       )");
       EXPECT_THAT(trace.outcomes("count"), ElementsAre(ValueIs(0), ValueIs(0), ValueIs(0),
                                                        ValueIs(2), ValueIs(2), ValueIs(2)));
     })},

    {"functional.map.later-iterables-untouched", property([](Trial& trial) {
       const auto longer = trial.pick("longer", 1, 8);
       const auto shorter = trial.pick("shorter", 0, longer - 1);
       const Trace trace = trial.run(R"(
         later = iter(range(longer))
         attempt("pass", list(map(lambda a, b: (a, b), range(shorter), later)))
         log("left", list(later))
       )");
       EXPECT_THAT(trace.logs("left"), ElementsAre(numbers_from(shorter, longer)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         later = iter([1, 2, 3])
         attempt("pass", list(map(lambda a, b, c: (a, b, c), range(9), [1], later)))
         log("left", list(later))
       )");
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(Numbers{2, 3})));
     })},

    {"functional.map.surplus-element-lost", property([](Trial& trial) {
       const auto longer = trial.pick("longer", 1, 9);
       const auto shorter = trial.pick("shorter", 0, longer - 1);
       const Trace trace = trial.run(R"(
         earlier = iter(range(longer))
         attempt("pass", list(map(lambda a, b: (a, b), earlier, range(shorter))))
         log("left", list(earlier))
       )");
       EXPECT_THAT(trace.logs("left"), ElementsAre(numbers_from(shorter + 1, longer)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def asked(name, times):
             for number in range(times):
                 log(name)
                 yield number
         attempt("pass", list(map(lambda a, b: (a, b), asked("left", 3), asked("right", 2))))
       )");
       EXPECT_THAT(trace.order({"left", "right"}),
                   ElementsAre("left", "right", "left", "right", "left"));
     })},
};

}  // namespace
}  // namespace touchstone
