// What an abstract class is, and what those that implement it are to it.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Parents = std::vector<std::int64_t>;  // of class i + 1; class 0 is the interface, -1 is none

/// Does `derived` reach `base` by its parents?
bool reaches(const Parents& parents, std::int64_t derived, std::int64_t base) {
  while (derived > base) derived = parents[static_cast<std::size_t>(derived) - 1];
  return derived == base;
}

/// Row by row: which of the classes 0..n each of the classes 1..n reaches.
Values reachability(const Parents& parents) {
  const auto classes = static_cast<std::int64_t>(parents.size()) + 1;
  Values rows;
  for (std::int64_t derived = 1; derived < classes; ++derived) {
    Values row;
    for (std::int64_t base = 0; base < classes; ++base)
      row.emplace_back(reaches(parents, derived, base));
    rows.emplace_back(List{row});
  }
  return rows;
}

Parents pick_parents(Trial& trial) {
  const auto drawn = trial.pick("drawn", arbitrary::small_integers(1, 6));
  Parents parents;
  for (const std::int64_t number : drawn)
    parents.push_back(std::abs(number) % (static_cast<std::int64_t>(parents.size()) + 2) - 1);
  trial.bind("parents", parents);
  return parents;
}

const Checks objects_abstract_interface_checks{
    {"objects.abstract.concrete-subclass-works", property([](Trial& trial) {
       const auto ages = trial.pick("ages", arbitrary::small_integers(1, 5));
       const Trace trace = trial.run(R"(
         class Being(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def get_name(self):
                 pass
             @abc.abstractmethod
             def get_age(self):
                 pass
             @abc.abstractmethod
             def get_height(self):
                 pass
         class Person(Being):
             def __init__(self, name, age, height):
                 self.name = name
                 self.age = age
                 self.height = height
             def get_name(self):
                 return self.name
             def get_age(self):
                 return self.age
             def get_height(self):
                 return self.height
         people = [Person(f"person {age}", age, age * 2) for age in ages]
         for person in people:
             log("person", person.get_name(), person.get_age(), person.get_height())
       )");
       Values people;
       for (const std::int64_t age : ages)
         people.emplace_back(Tuple{{"person " + std::to_string(age), age, age * 2}});
       EXPECT_EQ(trace.log_rows("person"), people);
     })},

    {"objects.abstract.interface-is-a-class", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def move(self):
                 pass
         class Dog(Animal):
             def move(self):
                 pass
         log("kind", kind(Animal), kind(Dog))
         log("type", type(Animal) is abc.ABCMeta, type(Dog) is abc.ABCMeta)
         log("is a class", isinstance(Animal, type), isinstance(Dog, type))
         Animal.legs = 4
         log("attribute", Animal.legs, Dog.legs)
       )");
       EXPECT_THAT(trace.log_rows("kind"), ElementsAre(Value(Tuple{{"type", "type"}})));
       EXPECT_THAT(trace.log_rows("type"), ElementsAre(Value(Tuple{{true, true}})));
       EXPECT_THAT(trace.log_rows("is a class"), ElementsAre(Value(Tuple{{true, true}})));
       EXPECT_THAT(trace.log_rows("attribute"), ElementsAre(Value(Tuple{{4, 4}})));
     })},

    {"objects.abstract.may-have-body", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const Trace trace = trial.run(R"(
         class Base(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def path(self):
                 return [0]
         def derive(base, level):
             class Derived(base):
                 def path(self):
                     return super().path() + [level]
             return Derived
         cls = Base
         for level in range(1, depth + 1):
             cls = derive(cls, level)
         attempt("path", cls().path())
       )");
       Values path;
       for (std::int64_t level = 0; level <= depth; ++level) path.emplace_back(level);
       EXPECT_THAT(trace.outcome("path"), ValueIs(List{path}));
     })},

    {"objects.abstract.subtype-relation", property([](Trial& trial) {
       const Parents parents = pick_parents(trial);
       const Trace trace = trial.run(R"(
         class Interface(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def f(self):
                 pass
         def derive(base):
             class Derived(base):
                 def f(self):
                     pass
             return Derived
         classes = [Interface]
         for parent in parents:
             classes.append(derive(object if parent < 0 else classes[parent]))
         for cls in classes[1:]:
             thing = cls()
             log("subclass", [issubclass(cls, other) for other in classes])
             log("instance", [isinstance(thing, other) for other in classes])
       )");
       EXPECT_EQ(trace.logs("subclass"), reachability(parents));
       EXPECT_EQ(trace.logs("instance"), reachability(parents));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Interface(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def f(self):
                 pass
         class Plain:
             def f(self):
                 pass
         class Both(Plain, Interface):
             pass
         class Further(Both):
             pass
         log("interface", [isinstance(cls(), Interface) for cls in [Plain, Both, Further]])
         log("interface", [issubclass(cls, Interface) for cls in [Plain, Both, Further]])
       )");
       EXPECT_THAT(trace.logs("interface"),
                   ElementsAre(Value(List{{false, true, true}}), Value(List{{false, true, true}})));
     })},

    {"objects.abstract.virtual-subclass", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def move(self):
                 pass
         class Robot:
             pass
         class Toy(Robot):
             pass
         toy = Toy()
         log("before", isinstance(Robot(), Animal), issubclass(Robot, Animal), isinstance(toy, Animal))
         attempt("register", Animal.register(Robot) is Robot)
         log("after", isinstance(Robot(), Animal), issubclass(Robot, Animal), isinstance(toy, Animal))
         attempt("move", Robot().move())
       )");
       EXPECT_THAT(trace.log_rows("before"), ElementsAre(Value(Tuple{{false, false, false}})));
       EXPECT_THAT(trace.outcome("register"), ValueIs(true));
       EXPECT_THAT(trace.log_rows("after"), ElementsAre(Value(Tuple{{true, true, true}})));
       EXPECT_THAT(trace.outcome("move"), Raised("AttributeError"));
     }),
     example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def move(self):
                 pass
         log("number", isinstance(3, Animal))
         Animal.register(int)
         log("number", isinstance(3, Animal))
       )");
       EXPECT_THAT(trace.logs("number"), ElementsAre(Value(false), Value(true)));
     })},
};

}  // namespace
}  // namespace touchstone
