// functional.reduce.*: which calls are made, with what, and what comes out.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;

std::int64_t sum(const Numbers& numbers) {
  std::int64_t total = 0;
  for (const auto number : numbers) total += number;
  return total;
}

Integer product(const std::vector<Integer>& factors) {
  Integer result = 1;
  for (const Integer& factor : factors) result *= factor;
  return result;
}

Text concatenated(const std::vector<Text>& words, std::u32string_view separator = U"") {
  std::u32string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += separator;
    all += words[i].points;
  }
  return {all};
}

rc::Gen<std::vector<Text>> words(std::size_t low, std::size_t high) {
  const auto word_or_nothing = rc::gen::oneOf(arbitrary::word(), rc::gen::just(Text{}));
  return arbitrary::list_of(word_or_nothing, low, high);
}

const Checks functional_reduce_folding_checks{
    {"functional.reduce.left-associative", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         letters = ["a", "b", "c", "d"]
         attempt("folded", functools.reduce(lambda a, b: '(' + a + b + ')', letters))
       )");
       EXPECT_THAT(trace.outcome("folded"), ValueIs("(((ab)c)d)"));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(2, 10));
       const Trace trace = trial.run(R"(
         log("folded", functools.reduce(lambda a, b: a - b, numbers))
       )");
       std::int64_t expected = numbers.front();
       for (std::size_t i = 1; i < numbers.size(); ++i) expected -= numbers[i];
       EXPECT_THAT(trace.logs("folded"), ElementsAre(Value(expected)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def noted(total, item):
             log("call", total, item)
             return 10 * total + item
         functools.reduce(noted, [1, 2, 3, 4])
       )");
       EXPECT_THAT(trace.log_rows("call"),
                   ElementsAre(Tuple{{1, 2}}, Tuple{{12, 3}}, Tuple{{123, 4}}));
     })},

    // What the function gave last is told from the elements, wherever the fold begins.
    {"functional.reduce.accumulator-first-argument", property([](Trial& trial) {
       trial.pick("numbers", arbitrary::small_integers(3, 8));
       const Trace trace = trial.run(R"(
         later = False
         def noted(total, item):
             global later
             log("later call" if later else "first call", total, item)
             later = True
             return 1000
         functools.reduce(noted, numbers)
       )");
       for (const Value& call : trace.log_rows("later call")) {
         EXPECT_THAT(call.get_if<Tuple>()->items, ElementsAre(Value(1000), Ne(Value(1000))));
       }
     })},

    {"functional.reduce.initial-comes-first", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(R"(
         def noted(total, item):
             log("call", total, item)
             return item
         functools.reduce(noted, numbers, 1000)
       )");
       const Values calls = trace.log_rows("call");
       EXPECT_EQ(calls.front(), Value(Tuple{{1000, numbers.front()}}));
       EXPECT_EQ(calls.size(), numbers.size());
     }),
     adversary([](Trial& trial) {
       const auto parts = trial.pick("parts", words(1, 6));
       const Trace trace = trial.run(R"(
         log("folded", functools.reduce(lambda a, b: a + b, parts, "initial"))
       )");
       const Text expected{U"initial" + concatenated(parts).points};
       EXPECT_THAT(trace.logs("folded"), ElementsAre(Value(expected)));
     })},

    {"functional.reduce.no-initial-starts-with-first", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(2, 8));
       const Trace trace = trial.run(R"(
         def noted(total, item):
             log("call", total, item)
             return total
         functools.reduce(noted, numbers)
       )");
       const Values calls = trace.log_rows("call");
       EXPECT_EQ(calls.front(), Value(Tuple{{numbers[0], numbers[1]}}));
       EXPECT_EQ(calls.size(), numbers.size() - 1);
     }),
     // A zero to start from is no text.
     adversary([](Trial& trial) {
       const auto parts = trial.pick("parts", words(2, 6));
       const Trace trace = trial.run(R"(
         attempt("folded", functools.reduce(lambda a, b: a + b, parts))
       )");
       EXPECT_THAT(trace.outcome("folded"), ValueIs(concatenated(parts)));
     })},

    {"functional.reduce.consumes-all-eagerly", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(2, 8));
       const Trace trace = trial.run(R"(
         def noted(total, item):
             log("call")
             return total + item
         source = iter(numbers)
         record("reduce", functools.reduce(noted, source))
         log("ended")
         log("left", list(source))
       )");
       EXPECT_THAT(trace.outcome("reduce"), ValueIs(sum(numbers)));
       EXPECT_EQ(trace.order({"call", "ended"}).back(), "ended");
       EXPECT_THAT(trace.logs("left"), ElementsAre(Value(List{})));
     })},

    {"functional.reduce.product-example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("product", functools.reduce(lambda a, b: a * b, [1, 2, 3, 4, 5]))
       )");
       EXPECT_THAT(trace.logs("product"), ElementsAre(Value(120)));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(2, 6));
       const Trace trace = trial.run(R"(
         log("product", functools.reduce(lambda a, b: a * b, numbers))
         log("with a zero", functools.reduce(lambda a, b: a * b, numbers + [0] + numbers))
       )");
       std::int64_t expected = 1;
       for (const auto number : numbers) expected *= number;
       EXPECT_THAT(trace.logs("product"), ElementsAre(Value(expected)));
       EXPECT_THAT(trace.logs("with a zero"), ElementsAre(Value(0)));
     })},

    {"functional.reduce.sum-with-initial-example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("sum", functools.reduce(lambda a, b: a + b, [1, 2, 3, 4, 5], 10))
       )");
       EXPECT_THAT(trace.logs("sum"), ElementsAre(Value(25)));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 12));
       const auto initial = trial.pick("initial", -1000, 1000);
       const Trace trace = trial.run(R"(
         log("sum", functools.reduce(lambda a, b: a + b, numbers, initial))
       )");
       EXPECT_THAT(trace.logs("sum"), ElementsAre(Value(initial + sum(numbers))));
     })},

    {"functional.reduce.join-example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         parts = ["Hello", "world", "from", "reduce"]
         attempt("sentence", functools.reduce(lambda a, b: a + " " + b, parts))
       )");
       EXPECT_THAT(trace.outcome("sentence"), ValueIs("Hello world from reduce"));
     }),
     property([](Trial& trial) {
       const auto parts = trial.pick("parts", words(2, 7));
       const Trace trace = trial.run(R"(
         attempt("sentence", functools.reduce(lambda a, b: a + " " + b, parts))
       )");
       EXPECT_THAT(trace.outcome("sentence"), ValueIs(concatenated(parts, U" ")));
     })},

    {"functional.reduce.integers-exact", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("product", functools.reduce(lambda a, b: a * b, range(1, 61), 1))
       )");
       EXPECT_THAT(trace.logs("product"), ElementsAre(Value(Integer::factorial(60))));
     }),
     property([](Trial& trial) {
       const auto factors = trial.pick(
           "factors", rc::gen::nonEmpty(rc::gen::resize(
                          8, rc::gen::container<std::vector<Integer>>(arbitrary::integer()))));
       const Trace trace = trial.run(R"(
         log("product", functools.reduce(lambda a, b: a * b, factors, 1))
       )");
       EXPECT_THAT(trace.logs("product"), ElementsAre(Value(product(factors))));
     })},

    {"functional.reduce.result-may-be-larger", property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(2, 12));
       const Trace trace = trial.run(R"(
         def listed(value):
             return value if isinstance(value, list) else [value, value]
         def shown(value):
             return value if isinstance(value, str) else str(value)
         attempt("list", len(functools.reduce(lambda a, b: listed(a) + listed(b), numbers)))
         attempt("text", len(functools.reduce(lambda a, b: shown(a) + shown(b), numbers)))
       )");
       std::size_t digits = 0;
       for (const auto number : numbers) digits += std::to_string(number).size();
       EXPECT_THAT(trace.outcome("list"), ValueIs(2 * numbers.size()));
       EXPECT_THAT(trace.outcome("text"), ValueIs(digits));
     })},
};

}  // namespace
}  // namespace touchstone
