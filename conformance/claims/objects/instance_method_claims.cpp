// What an instance method gets, and what it can reach.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// Which instance is set to which value, one after the other.
using Writes = std::vector<std::pair<std::int64_t, std::int64_t>>;

Writes pick_writes(Trial& trial, std::int64_t instances) {
  return trial.pick("writes", rc::gen::container<Writes>(
                                  rc::gen::pair(rc::gen::inRange<std::int64_t>(0, instances),
                                                rc::gen::inRange<std::int64_t>(1, 100))));
}

const Checks objects_instance_method_checks{
    {"objects.method.call-through-class-needs-instance", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Shape:
             def __init__(self):
                 log("made")
             def area(self):
                 log("ran")
         attempt("called", Shape.area())
         Shape().area()
       )");
       EXPECT_THAT(trace.outcome("called"), Raised("TypeError"));
       EXPECT_EQ(trace.count("made"), 1u);
       EXPECT_EQ(trace.count("ran"), 1u);
     })},

    {"objects.method.call-through-class-with-instance", property([](Trial& trial) {
       const auto side = trial.pick("side", -50, 50);
       const Trace trace = trial.run(R"(
         class Square:
             def __init__(self, side):
                 self.side = side
             def area(self):
                 return self.side * self.side
         class Stranger:
             pass
         square = Square(side)
         attempt("area", Square.area(square))
         stranger = Stranger()
         attempt("without", Square.area(stranger))
         stranger.side = side
         attempt("area", Square.area(stranger))
       )");
       EXPECT_THAT(trace.outcomes("area"), ElementsAre(ValueIs(side * side), ValueIs(side * side)));
       EXPECT_THAT(trace.outcome("without"), Raised("AttributeError"));
     })},

    {"objects.method.calls-sibling", property([](Trial& trial) {
       const auto base = trial.pick("base", 1, 20);
       const auto derived = trial.pick("derived", 21, 40);
       const Trace trace = trial.run(R"(
         class Base:
             def set(self, value):
                 self.value = value
             def part(self):
                 return base
             def whole(self):
                 self.set(self.part())
                 return [self.value, self.part()]
         class Derived(Base):
             def part(self):
                 return derived
         record("base", Base().whole())
         record("derived", Derived().whole())
       )");
       EXPECT_EQ(trace.value("base"), Value(List{{base, base}}));
       EXPECT_EQ(trace.value("derived"), Value(List{{derived, derived}}));
     })},

    {"objects.method.instance-receives-self", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class MyClass:
             def __init__(self, value):
                 self.value = value
             def show(self):
                 return f"Instance method called, value is {self.value}"
         record("shown", MyClass(10).show())
       )");
       EXPECT_EQ(trace.value("shown"), Value("Instance method called, value is 10"));
     }),
     property([](Trial& trial) {
       const auto numbers = trial.pick("numbers", arbitrary::small_integers(1, 6));
       const Trace trace = trial.run(R"(
         class Counter:
             def __init__(self, number):
                 self.number = number
             def get(self):
                 return self.number
         counters = [Counter(number) for number in numbers]
         for counter in counters:
             log("got", counter.get())
         for counter in counters:
             log("got", counter.get())
       )");
       std::vector<std::int64_t> twice = numbers;
       twice.insert(twice.end(), numbers.begin(), numbers.end());
       EXPECT_EQ(Value(List{trace.logs("got")}), Value(twice));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Box:
             def me(self):
                 return self
         first = Box()
         kept = first.me
         second = Box()
         log("receiver", kept() is first, second.me() is second, kept() is first)
       )");
       EXPECT_THAT(trace.log_rows("receiver"), ElementsAre(Value(Tuple{{true, true, true}})));
     })},

    {"objects.method.instance-state-is-own", property([](Trial& trial) {
       const Writes writes = pick_writes(trial, 3);
       const Trace trace = trial.run(R"(
         class Cell:
             def __init__(self):
                 self.value = 0
             def set(self, value):
                 self.value = value
         cells = [Cell(), Cell(), Cell()]
         log("values", [cell.value for cell in cells])
         for index, value in writes:
             cells[index].set(value)
             log("values", [cell.value for cell in cells])
       )");
       std::vector<std::int64_t> cells = {0, 0, 0};
       Values expected = {Value(cells)};
       for (const auto& [index, value] : writes) {
         cells[static_cast<std::size_t>(index)] = value;
         expected.emplace_back(cells);
       }
       EXPECT_EQ(trace.logs("values"), expected);
     })},

    {"objects.method.self-is-convention", adversary([](Trial& trial) {
       const Value first = trial.pick_one("first", {"this", "me", "cls", "_", "x"});
       const std::string name = repr(first).substr(1, repr(first).size() - 2);
       const Trace trace = trial.run(
           "class Box:\n"
           "    def alone(" +
           name +
           "):\n"
           "        return " +
           name +
           "\n"
           "    def before(" +
           name +
           ", self):\n"
           "        return [" +
           name +
           " is box, self]\n"
           "box = Box()\n"
           "attempt(\"alone\", box.alone() is box)\n"
           "attempt(\"before\", box.before(3))\n");
       EXPECT_THAT(trace.outcome("alone"), ValueIs(true));
       EXPECT_THAT(trace.outcome("before"), ValueIs(List{{true, 3}}));
     })},
};

}  // namespace
}  // namespace touchstone
