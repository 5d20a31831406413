// When an abstract class refuses to be constructed.
#include "conformance/claims/claims.h"
#include "conformance/claims/objects/names.h"

namespace touchstone {
namespace {

const Names kVerbs = {"eat", "move", "rest"};  // sorted

/// Animal demands what is named in `required`, Dog has what is named in `defined`.
constexpr const char* kAnimalAndDog = R"(
  class Animal(metaclass=abc.ABCMeta):
      if "eat" in required:
          @abc.abstractmethod
          def eat(self):
              pass
      if "move" in required:
          @abc.abstractmethod
          def move(self):
              pass
      if "rest" in required:
          @abc.abstractmethod
          def rest(self):
              pass
  class Dog(Animal):
      if "eat" in defined:
          def eat(self):
              pass
      if "move" in defined:
          def move(self):
              pass
      if "rest" in defined:
          def rest(self):
              pass
  attempt("dog", kind(Dog()))
)";

/// `class Animal` with these abstract methods.
std::string interface_text(const std::string& bases, const Names& methods) {
  std::string text = "class Animal(" + bases + "):\n";
  for (const std::string& method : methods)
    text += "    @abc.abstractmethod\n    def " + method + "(self):\n        pass\n";
  return text;
}

Names distinct_names(Trial& trial, std::string_view name) {
  const auto words =
      trial.pick(name, rc::gen::nonEmpty(rc::gen::unique<std::vector<Text>>(arbitrary::word())));
  Names names;
  for (const Text& word : words)
    names.push_back("m_" + std::string(word.points.begin(), word.points.end()));
  return names;
}

/// The words of a message that begin like the names above, in their order.
Names names_in(const Value& message) {
  const std::string text = repr(message);
  Names names;
  for (std::size_t at = text.find("m_"); at != std::string::npos; at = text.find("m_", at + 2))
    names.push_back(
        text.substr(at, text.find_first_not_of("m_abcdefghijklmnopqrstuvwxyz", at) - at));
  return names;
}

const Checks objects_abstract_refusal_checks{
    {"objects.abstract.all-methods-required", property([](Trial& trial) {
       const Names required = pick_some(trial, "required", kVerbs);
       const Names defined = pick_some(trial, "defined", kVerbs);
       const Trace trace = trial.run(kAnimalAndDog);
       EXPECT_THAT(trace.outcome("dog"), constructed_if(covers(defined, required), "Dog"));
     }),
     adversary([](Trial& trial) {
       const Value forgotten = trial.pick_one("forgotten", {"eat", "move", "rest"});
       Values defined = {"eat", "move", "rest"};
       trial.bind("required", List{defined});
       std::erase(defined, forgotten);
       trial.bind("defined", List{defined});
       const Trace trace = trial.run(kAnimalAndDog);
       EXPECT_THAT(trace.outcome("dog"), Raised("TypeError"));
     })},

    {"objects.abstract.completion-across-levels", property([](Trial& trial) {
       const std::vector<std::int64_t> levels = {
           trial.pick("eat_at", 0, 3), trial.pick("move_at", 0, 3), trial.pick("rest_at", 0, 3)};
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def eat(self):
                 pass
             @abc.abstractmethod
             def move(self):
                 pass
             @abc.abstractmethod
             def rest(self):
                 pass
         def derive(base, level):
             class Derived(base):
                 if level == eat_at:
                     def eat(self):
                         pass
                 if level == move_at:
                     def move(self):
                         pass
                 if level == rest_at:
                     def rest(self):
                         pass
             return Derived
         cls = Animal
         for level in range(4):
             cls = derive(cls, level)
             attempt("made", kind(cls()))
       )");
       const auto outcomes = trace.outcomes("made");
       ASSERT_THAT(outcomes, SizeIs(4));
       for (std::size_t level = 0; level < outcomes.size(); ++level) {
         const bool complete = std::ranges::all_of(
             levels, [&](std::int64_t at) { return at <= static_cast<std::int64_t>(level); });
         EXPECT_THAT(outcomes[level], constructed_if(complete, "Derived")) << "level " << level;
       }
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def eat(self):
                 pass
             @abc.abstractmethod
             def move(self):
                 pass
         class Legs:
             def move(self):
                 pass
         class Dog(Legs, Animal):
             def eat(self):
                 pass
         attempt("dog", kind(Dog()))
       )");
       EXPECT_THAT(trace.outcome("dog"), ValueIs("Dog"));
     })},

    {"objects.abstract.error-lists-missing", property([](Trial& trial) {
       const Names methods = distinct_names(trial, "methods");
       const auto overridden = static_cast<std::size_t>(
           trial.pick("overridden", 0, static_cast<std::int64_t>(methods.size()) - 1));
       std::string text =
           interface_text("metaclass=abc.ABCMeta", methods) + "class Dog(Animal):\n    pass\n";
       for (std::size_t i = 0; i < overridden; ++i)
         text += "    def " + methods[i] + "(self):\n        pass\n";
       const Trace trace = trial.run(text + "attempt(\"dog\", Dog())\n");
       Names missing(methods.begin() + static_cast<std::ptrdiff_t>(overridden), methods.end());
       std::ranges::sort(missing);
       const auto errors = trace.errors("dog");
       ASSERT_THAT(errors, ElementsAre(Raised("TypeError")));
       ASSERT_THAT(errors[0].args, SizeIs(1));
       EXPECT_EQ(names_in(errors[0].args[0]), missing) << repr(errors[0].args[0]);
     })},

    {"objects.abstract.initialiser-not-run", adversary([](Trial& trial) {
       trial.pick_one("initialisers",
                      {List{{"base"}}, List{{"subclass"}}, List{{"base", "subclass"}}});
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             if "base" in initialisers:
                 def __init__(self):
                     log("initialised", kind(self))
             @abc.abstractmethod
             def move(self):
                 pass
         class Incomplete(Animal):
             if "subclass" in initialisers:
                 def __init__(self):
                     log("initialised", kind(self))
         class Complete(Incomplete):
             def move(self):
                 pass
         attempt("refused", Incomplete())
         Complete()
       )");
       EXPECT_THAT(trace.outcome("refused"), Raised("TypeError"));
       EXPECT_THAT(trace.logs("initialised"), ElementsAre(Value("Complete")));
     })},

    {"objects.abstract.instantiation-refused", property([](Trial& trial) {
       const Value bases = trial.pick_one("bases", {"metaclass=abc.ABCMeta", "abc.ABC"});
       const Names methods = distinct_names(trial, "methods");
       const Trace trace = trial.run(
           interface_text(bases == "abc.ABC" ? "abc.ABC" : "metaclass=abc.ABCMeta", methods) +
           "    @staticmethod\n"
           "    def legs():\n"
           "        return 4\n"
           "for _ in range(3):\n"
           "    attempt(\"made\", Animal())\n"
           "record(\"legs\", Animal.legs())\n");
       EXPECT_THAT(trace.outcomes("made"),
                   ElementsAre(Raised("TypeError"), Raised("TypeError"), Raised("TypeError")));
       EXPECT_EQ(trace.value("legs"), Value(4));
     })},

    {"objects.abstract.late-patching-ignored", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def eat(self):
                 pass
             @abc.abstractmethod
             def move(self):
                 pass
         class Cat(Animal):
             pass
         def work(self):
             pass
         Animal.eat = work
         Animal.move = work
         Cat.eat = work
         Cat.move = work
         attempt("patched", Animal())
         attempt("patched", Cat())
         class Dog(Animal):
             pass
         record("made later", kind(Dog()))
       )");
       EXPECT_THAT(trace.outcomes("patched"),
                   ElementsAre(Raised("TypeError"), Raised("TypeError")));
       EXPECT_EQ(trace.value("made later"), Value("Dog"));
     })},

    {"objects.abstract.name-check-only", property([](Trial& trial) {
       const Value plain = trial.pick_one("plain", {Value(), 0, 1, "text", List{}, false});
       const Trace trace = trial.run(R"(
         class Animal(metaclass=abc.ABCMeta):
             @abc.abstractmethod
             def eat(self):
                 pass
             @abc.abstractmethod
             def move(self):
                 pass
         class Dog(Animal):
             eat = plain
             def move(self, where, how, *more):
                 return [where, how]
         attempt("eat", Dog().eat)
         attempt("move", Dog().move("home", "fast"))
       )");
       EXPECT_THAT(trace.outcome("eat"), ValueIs(Eq(plain)));
       EXPECT_THAT(trace.outcome("move"), ValueIs(List{{"home", "fast"}}));
     })},

    {"objects.abstract.needs-metaclass", property([](Trial& trial) {
       const auto answer = trial.pick("answer", -9, 9);
       const Trace trace = trial.run(R"(
         class Animal:
             @abc.abstractmethod
             def legs(self):
                 return answer
         class Dog(Animal):
             pass
         attempt("legs", Animal().legs())
         attempt("legs", Dog().legs())
       )");
       EXPECT_THAT(trace.outcomes("legs"), ElementsAre(ValueIs(answer), ValueIs(answer)));
     })},
};

}  // namespace
}  // namespace touchstone
