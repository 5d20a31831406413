// The three kinds of methods side by side.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks objects_method_kinds_checks{
    {"objects.method.bound-kinds", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Shape:
             def me(self):
                 return self
             @classmethod
             def mine(cls):
                 return cls
         shape = Shape()
         log("kinds", kind(shape.me), kind(Shape.mine), kind(shape.mine))
         attempt("instance", shape.me.__self__ is shape)
         attempt("class", Shape.mine.__self__ is Shape)
         attempt("class", shape.mine.__self__ is Shape)
       )");
       EXPECT_THAT(trace.log_rows("kinds"),
                   ElementsAre(Value(Tuple{{"method", "method", "method"}})));
       EXPECT_THAT(trace.outcome("instance"), ValueIs(true));
       EXPECT_THAT(trace.outcomes("class"), ElementsAre(ValueIs(true), ValueIs(true)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Shape:
             def me(self):
                 return self
             @classmethod
             def mine(cls):
                 return cls
         class Round(Shape):
             pass
         shape = Shape()
         me = shape.me
         mine = shape.mine
         Round().me()
         Round.mine()
         attempt("kept", me() is shape)
         attempt("kept", mine() is Shape)
       )");
       EXPECT_THAT(trace.outcomes("kept"), ElementsAre(ValueIs(true), ValueIs(true)));
     })},

    {"objects.method.call-form-table", property([](Trial& trial) {
       const auto x = trial.pick("x", 0, 100);
       const Trace trace = trial.run(R"(
         class Table:
             def plain(self, x):
                 return x + 1
             @classmethod
             def of_class(cls, x):
                 return x + 2
             @staticmethod
             def static(x):
                 return x + 3
         class Derived(Table):
             pass
         for path in [Table(), Derived(), Table, Derived]:
             attempt("instance method", path.plain(x))
             attempt("class method", path.of_class(x))
             attempt("static method", path.static(x))
       )");
       EXPECT_THAT(
           trace.outcomes("instance method"),
           ElementsAre(ValueIs(x + 1), ValueIs(x + 1), Raised("TypeError"), Raised("TypeError")));
       EXPECT_THAT(trace.outcomes("class method"),
                   ElementsAre(ValueIs(x + 2), ValueIs(x + 2), ValueIs(x + 2), ValueIs(x + 2)));
       EXPECT_THAT(trace.outcomes("static method"),
                   ElementsAre(ValueIs(x + 3), ValueIs(x + 3), ValueIs(x + 3), ValueIs(x + 3)));
     })},
};

}  // namespace
}  // namespace touchstone
