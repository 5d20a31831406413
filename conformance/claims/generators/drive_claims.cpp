// Driving a generator by send, throw and close; the states it goes through.
#include "conformance/claims/claims.h"
#include "conformance/claims/generators/expected.h"

namespace touchstone {
namespace {

/// A generator of `yields` values by its states: what it reports after each operation, and what it
/// is inside.
class Model {
 public:
  explicit Model(std::int64_t yields) : left_(yields) {}

  std::string_view after(std::string_view operation) {
    if (operation == "throw" || operation == "close")
      closed_ = true;
    else if (!closed_)
      advance();
    return closed_ ? "GEN_CLOSED" : "GEN_SUSPENDED";
  }

 private:
  void advance() {
    closed_ = left_ == 0;
    --left_;
  }

  std::int64_t left_;
  bool closed_ = false;
};

constexpr const char* kNested = R"(
  def nested():
      try:
          yield 1
          try:
              yield 2
              try:
                  yield 3
              finally:
                  log("clean-up", "inner")
          finally:
              log("clean-up", "middle")
      finally:
          log("clean-up", "outer")
  pulled = nested()
  for _ in range(pulls):
      next(pulled)
  attempt("close", pulled.close())
  log("clean-up", "closed")
  attempt("close", pulled.close())
  attempt("after", next(pulled))
  log("clean-up", "closed again")
)";

const Checks generators_drive_checks{
    {"generators.close.runs-finally-once", property([](Trial& trial) {
       const auto pulls = trial.pick("pulls", 0, 3);
       const Trace trace = trial.run(kNested);
       EXPECT_EQ(trace.logs("clean-up"), clean_up_after(pulls));
       EXPECT_THAT(trace.outcomes("close"), ElementsAre(ValueIs(Value()), ValueIs(Value())));
       EXPECT_THAT(trace.outcome("after"), Raised("StopIteration"));
     })},

    {"generators.send.delivers", property([](Trial& trial) {
       const Values sent = trial.pick("sent", rc::gen::container<Values>(arbitrary::datum()));
       const Trace trace = trial.run(R"(
         def echo():
             received = "ready"
             number = 0
             while True:
                 received = yield [number, received]
                 number += 1
         answers = echo()
         record("answer", next(answers))
         for value in sent:
             record("answer", answers.send(value))
         record("answer", next(answers))
       )");
       Values expected = {Value(List{{0, "ready"}})};
       for (const Value& value : sent)
         expected.emplace_back(List{{static_cast<std::int64_t>(expected.size()), value}});
       expected.emplace_back(List{{static_cast<std::int64_t>(expected.size()), Value()}});
       EXPECT_EQ(trace.values("answer"), expected);
     })},

    {"generators.send.fresh", property([](Trial& trial) {
       trial.pick("value", rc::gen::suchThat(arbitrary::datum(),
                                             [](const Value& value) { return !value.is_none(); }));
       const Trace trace = trial.run(R"(
         def body():
             log("step", "body")
             yield "first"
         fresh = body()
         attempt("value", fresh.send(value))
         log("step", "sent")
         attempt("none", fresh.send(None))
       )");
       EXPECT_THAT(trace.outcome("value"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("none"), ValueIs("first"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("sent"), Value("body")));
     })},

    {"generators.states", property([](Trial& trial) {
       const auto yields = trial.pick("yields", 0, 3);
       const auto drawn = trial.pick("drawn", arbitrary::small_integers(0, 6));
       const std::vector<std::string> kinds = {"next", "send", "next", "throw", "close"};
       std::vector<std::string> operations;
       for (const std::int64_t number : drawn)
         operations.push_back(kinds[static_cast<std::size_t>(std::abs(number)) % 5]);
       trial.bind("operations", operations);
       const Trace trace = trial.run(R"(
         def body():
             try:
                 for number in range(yields):
                     log("inside", inspect.getgeneratorstate(own))
                     yield number
             finally:
                 log("inside", inspect.getgeneratorstate(own))
         own = body()
         def apply(operation):
             if operation == "next":
                 next(own, None)
             elif operation == "send":
                 own.send(None)
             elif operation == "throw":
                 own.throw(ValueError("of the driver"))
             else:
                 own.close()
         log("state", inspect.getgeneratorstate(own))
         for operation in operations:
             try:
                 apply(operation)
             except (StopIteration, ValueError):
                 pass
             log("state", inspect.getgeneratorstate(own))
       )");
       Model model(yields);
       Values states = {"GEN_CREATED"};
       for (const std::string& operation : operations) states.emplace_back(model.after(operation));
       EXPECT_EQ(trace.logs("state"), states);
       if (trace.count("inside") > 0) {
         EXPECT_THAT(trace.logs("inside"), Each(Value("GEN_RUNNING")));
       }
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def body():
             try:
                 yield 1
             finally:
                 log("state", "finally", inspect.getgeneratorstate(own))
         own = body()
         next(own)
         own.close()
         log("state", "closed", inspect.getgeneratorstate(own))
         next(own, None)
         log("state", "pulled", inspect.getgeneratorstate(own))
       )");
       EXPECT_THAT(trace.log_rows("state"), ElementsAre(Value(Tuple{{"finally", "GEN_RUNNING"}}),
                                                        Value(Tuple{{"closed", "GEN_CLOSED"}}),
                                                        Value(Tuple{{"pulled", "GEN_CLOSED"}})));
     })},
};

}  // namespace
}  // namespace touchstone
