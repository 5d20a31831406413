// Static methods: plain functions that stand in a class.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks objects_static_method_checks{
    {"objects.method.static-is-plain-function", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Tool:
             @staticmethod
             def double(x):
                 return 2 * x
         tool = Tool()
         log("same", Tool.double is tool.double, Tool.double is Tool.double, tool.double is tool.double)
         log("kind", kind(Tool.double), kind(tool.double))
         double = tool.double
         log("alone", double(3))
       )");
       EXPECT_THAT(trace.log_rows("same"), ElementsAre(Value(Tuple{{true, true, true}})));
       EXPECT_THAT(trace.log_rows("kind"), ElementsAre(Value(Tuple{{"function", "function"}})));
       EXPECT_THAT(trace.logs("alone"), ElementsAre(Value(6)));
     })},

    {"objects.method.static-no-implicit-argument", property([](Trial& trial) {
       const auto given = trial.pick("given", arbitrary::small_integers(0, 4));
       const Trace trace = trial.run(R"(
         class Tool:
             @staticmethod
             def echo(*arguments):
                 return list(arguments)
             @staticmethod
             def nothing():
                 return "ran"
         for path in [Tool, Tool()]:
             attempt("echo", path.echo(*given))
             attempt("nothing", path.nothing(*given))
       )");
       EXPECT_THAT(trace.outcomes("echo"), ElementsAre(ValueIs(given), ValueIs(given)));
       const testing::Matcher<const Outcome&> arity =
           given.empty() ? ValueIs("ran") : testing::Matcher<const Outcome&>(Raised("TypeError"));
       EXPECT_THAT(trace.outcomes("nothing"), ElementsAre(arity, arity));
     })},

    {"objects.method.static-via-both", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class MyClass:
             @staticmethod
             def show():
                 return "Static method called"
         attempt("shown", MyClass.show())
         attempt("shown", MyClass().show())
       )");
       EXPECT_THAT(trace.outcomes("shown"),
                   ElementsAre(ValueIs("Static method called"), ValueIs("Static method called")));
     }),
     property([](Trial& trial) {
       const auto x = trial.pick("x", -100, 100);
       const auto y = trial.pick("y", -100, 100);
       const Trace trace = trial.run(R"(
         class Tool:
             @staticmethod
             def minus(a, b):
                 return a - b
         for path in [Tool, Tool()]:
             attempt("minus", path.minus(x, y))
       )");
       EXPECT_THAT(trace.outcomes("minus"), ElementsAre(ValueIs(x - y), ValueIs(x - y)));
     })},

    {"objects.method.undecorated-without-self", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Tool:
             def bare():
                 return "ran"
         attempt("class", Tool.bare())
         attempt("instance", Tool().bare())
       )");
       EXPECT_THAT(trace.outcome("class"), ValueIs("ran"));
       EXPECT_THAT(trace.outcome("instance"), Raised("TypeError"));
     })},
};

}  // namespace
}  // namespace touchstone
