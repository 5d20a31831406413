// What a class method gets, and what it sees and changes.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// Which of the classes in a chain is given which value, one after the other.
using Writes = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// What classes 0..2 of a chain show where only some have a value of their own.
Values inherited(const std::vector<std::optional<std::int64_t>>& own) {
  Values seen;
  std::int64_t value = 0;
  for (const auto& mine : own) {
    value = mine.value_or(value);
    seen.emplace_back(value);
  }
  return seen;
}

const Checks objects_class_method_checks{
    {"objects.method.class-method-changes-class", property([](Trial& trial) {
       trial.pick_one("path", {"class", "instance"});
       const auto value = trial.pick("value", 1, 100);
       const Trace trace = trial.run(R"(
         class Settings:
             level = 0
             @classmethod
             def set(cls, level):
                 cls.level = level
         older = Settings()
         own = Settings()
         own.level = -1
         if path == "class":
             Settings.set(value)
         else:
             older.set(value)
         newer = Settings()
         log("level", Settings.level, older.level, newer.level, own.level)
       )");
       EXPECT_THAT(trace.log_rows("level"), ElementsAre(Value(Tuple{{value, value, value, -1}})));
     })},

    {"objects.method.class-method-no-instance-state", property([](Trial& trial) {
       trial.pick("instances", 1, 4);
       const Trace trace = trial.run(R"(
         class Thing:
             def __init__(self, number):
                 self.number = number
             @classmethod
             def read(cls):
                 return cls.number
         things = [Thing(number) for number in range(instances)]
         attempt("read", Thing.read())
         attempt("read", things[0].read())
       )");
       EXPECT_THAT(trace.outcomes("read"),
                   ElementsAre(Raised("AttributeError"), Raised("AttributeError")));
     })},

    {"objects.method.class-method-receives-class", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Thing:
             @classmethod
             def receiver(cls):
                 return cls
         log("class", Thing.receiver() is Thing)
         log("class", Thing().receiver() is Thing)
       )");
       EXPECT_THAT(trace.logs("class"), ElementsAre(Value(true), Value(true)));
     })},

    {"objects.method.class-method-receives-subclass", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const Trace trace = trial.run(R"(
         class Base:
             @classmethod
             def receiver(cls):
                 return cls
         def derive(base):
             class Derived(base):
                 pass
             return Derived
         chain = [Base]
         for _ in range(depth):
             chain.append(derive(chain[-1]))
         log("classes", [cls.receiver() is cls for cls in chain])
         log("instances", [cls().receiver() is cls for cls in chain])
       )");
       const Values all(static_cast<std::size_t>(depth) + 1, true);
       EXPECT_THAT(trace.logs("classes"), ElementsAre(Value(List{all})));
       EXPECT_THAT(trace.logs("instances"), ElementsAre(Value(List{all})));
     })},

    {"objects.method.class-method-via-both", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class MyClass:
             attribute = "Class attribute"
             @classmethod
             def show(cls):
                 return f"Class method called, class attribute is {cls.attribute}"
         attempt("shown", MyClass.show())
         attempt("shown", MyClass().show())
       )");
       const char* figure = "Class method called, class attribute is Class attribute";
       EXPECT_THAT(trace.outcomes("shown"), ElementsAre(ValueIs(figure), ValueIs(figure)));
     }),
     property([](Trial& trial) {
       const auto values = trial.pick("values", arbitrary::small_integers(1, 5));
       const Trace trace = trial.run(R"(
         class Thing:
             attribute = None
             @classmethod
             def show(cls, more):
                 return cls.attribute + more
         thing = Thing()
         for value in values:
             Thing.attribute = value
             attempt("class", Thing.show(1))
             attempt("instance", thing.show(1))
       )");
       std::vector<testing::Matcher<const Outcome&>> shown;
       for (const std::int64_t value : values) shown.push_back(ValueIs(value + 1));
       EXPECT_THAT(trace.outcomes("class"), ElementsAreArray(shown));
       EXPECT_THAT(trace.outcomes("instance"), ElementsAreArray(shown));
     })},

    {"objects.method.class-write-stays-in-subclass", property([](Trial& trial) {
       const Writes writes = trial.pick("writes", rc::gen::container<Writes>(rc::gen::pair(
                                                      rc::gen::inRange<std::int64_t>(0, 3),
                                                      rc::gen::inRange<std::int64_t>(1, 100))));
       const Trace trace = trial.run(R"(
         class Base:
             value = 0
             @classmethod
             def set(cls, value):
                 cls.value = value
         class Middle(Base):
             pass
         class Last(Middle):
             pass
         chain = [Base, Middle, Last]
         log("values", [cls.value for cls in chain])
         for index, value in writes:
             chain[index].set(value)
             log("values", [cls.value for cls in chain])
       )");
       std::vector<std::optional<std::int64_t>> own(3);
       Values expected = {Value(List{inherited(own)})};
       for (const auto& [index, value] : writes) {
         own[static_cast<std::size_t>(index)] = value;
         expected.emplace_back(List{inherited(own)});
       }
       EXPECT_EQ(trace.logs("values"), expected);
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Base:
             value = "base"
             @classmethod
             def set(cls, value):
                 cls.value = value
         class Derived(Base):
             pass
         Derived.set("derived")
         log("values", Base.value, Derived.value)
         Base.set("base again")
         log("values", Base.value, Derived.value)
       )");
       EXPECT_THAT(trace.log_rows("values"), ElementsAre(Value(Tuple{{"base", "derived"}}),
                                                         Value(Tuple{{"base again", "derived"}})));
     })},

    {"objects.method.instance-attribute-shadows", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const auto index = trial.pick("index", 0, count - 1);
       const Trace trace = trial.run(R"(
         class Thing:
             value = "class"
             @classmethod
             def seen(cls):
                 return cls.value
         things = [Thing() for _ in range(count)]
         things[index].value = "own"
         log("instances", [thing.value for thing in things])
         log("class", Thing.value, things[index].seen())
         del things[index].value
         log("deleted", things[index].value)
       )");
       Values seen(static_cast<std::size_t>(count), "class");
       seen[static_cast<std::size_t>(index)] = "own";
       EXPECT_THAT(trace.logs("instances"), ElementsAre(Value(List{seen})));
       EXPECT_THAT(trace.log_rows("class"), ElementsAre(Value(Tuple{{"class", "class"}})));
       EXPECT_THAT(trace.logs("deleted"), ElementsAre(Value("class")));
     })},
};

}  // namespace
}  // namespace touchstone
