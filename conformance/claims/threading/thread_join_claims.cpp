// Joining a thread: who waits, for how long, and what is refused.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

const Checks threading_thread_join_checks{
    {"threading.thread.join-before-start",
     property([](Trial& trial) {
       const bool timed = trial.pick("timed", rc::gen::arbitrary<bool>());
       trial.bind("patience", timed ? Value(0.01) : Value());
       const Trace trace = trial.run(R"(
         thread = threading.Thread(target=lambda: log("ran"))
         attempt("early", thread.join(patience))
         attempt("start", thread.start())
         attempt("join", thread.join())
         log("alive", thread.is_alive())
       )");
       EXPECT_THAT(trace.outcome("early"), Raised("RuntimeError"));
       EXPECT_THAT(trace.outcome("start"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("join"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("alive"), ElementsAre(Value(false)));
       EXPECT_EQ(trace.count("ran"), 1u);
     }).times(6)},

    {"threading.thread.join-blocks-caller", example([](Trial& trial) {
       trial.open("look").after(begun("join"), blocked("join")).settle(20ms);
       trial.open("hold").after(logged("main is free", 2));
       const Trace trace = trial.run(with_threads(R"(
         def target():
             gate("hold")
             log("last")
         thread = started(target)
         def join():
             record("join", thread.join())
             log("joined")
         joiner = started(join)
         log("main is free")
         gate("look")
         log("main is free")
         joiner.join()
       )"));
       EXPECT_THAT(trace.order(), ElementsAre("main is free", "main is free", "last", "joined"));
     })},

    {"threading.thread.join-repeat", property([](Trial& trial) {
       const auto joins = trial.pick("joins", 1, 5);
       const Trace trace = trial.run(with_threads(R"(
         def target():
             pass
         thread = started(target)
         thread.join()
         for _ in range(joins):
             attempt("join", thread.join())
             elsewhere(lambda: attempt("join", thread.join()))
             attempt("join", thread.join(3600))
       )"));
       EXPECT_THAT(trace.outcomes("join"),
                   AllOf(SizeIs(static_cast<std::size_t>(3 * joins)), Each(ValueIs(Value()))));
     })},

    {"threading.thread.join-self", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         def join_myself():
             attempt("self", threading.current_thread().join(0.01))
             log("goes on")
         join_myself()
         elsewhere(join_myself)
       )"));
       EXPECT_THAT(trace.outcomes("self"), AllOf(SizeIs(2), Each(Raised("RuntimeError"))));
       EXPECT_EQ(trace.count("goes on"), 2u);
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         def join_myself():
             attempt("self", threading.current_thread().join())
             log("goes on")
         join_myself()
         elsewhere(join_myself)
       )"));
       EXPECT_THAT(trace.outcomes("self"), AllOf(SizeIs(2), Each(Raised("RuntimeError"))));
       EXPECT_EQ(trace.count("goes on"), 2u);
     })},

    {"threading.thread.join-several", adversary([](Trial& trial) {
       const auto joiners = trial.pick("joiners", 3, 5);
       trial.open("hold").after(begun("join", joiners), blocked("join", joiners)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         def target():
             gate("hold")
             log("target ends")
         thread = started(target)
         def join():
             record("join", thread.join())
             log("alive", thread.is_alive())
         join_all([started(join) for _ in range(joiners)])
       )"));
       EXPECT_THAT(trace.logs("alive"),
                   AllOf(SizeIs(static_cast<std::size_t>(joiners)), Each(Value(false))));
       EXPECT_EQ(trace.order({"target ends", "alive"}).front(), "target ends");
     })},

    {"threading.thread.join-timeout", example([](Trial& trial) {
       trial.open("hold").after(logged("alive"));
       const Trace trace = trial.run(with_threads(R"(
         def target():
             gate("hold")
             log("completed")
         thread = started(target)
         attempt("join", thread.join(0.01))
         log("alive", thread.is_alive())
         attempt("join", thread.join(timeout=3600))
         log("alive", thread.is_alive())
         attempt("join", thread.join(0.01))
       )"));
       EXPECT_THAT(trace.outcomes("join"), AllOf(SizeIs(3), Each(ValueIs(Value()))));
       EXPECT_THAT(trace.logs("alive"), ElementsAre(Value(true), Value(false)));
       EXPECT_EQ(trace.count("completed"), 1u);
     })},

    {"threading.thread.join-waits", example([](Trial& trial) {
       trial.open("hold").after(begun("join"), blocked("join")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         def target():
             gate("hold")
             with record("last"):
                 time.sleep(0.001)
         thread = started(target)
         record("join", thread.join())
         log("alive", thread.is_alive())
       )"));
       EXPECT_THAT(trace, Before("last", "join"));
       EXPECT_THAT(trace.logs("alive"), ElementsAre(Value(false)));
     })},

    {"threading.thread.join-zero", example([](Trial& trial) {
       trial.open("hold").after(ended("join", 4));
       const Trace trace = trial.run(with_threads(R"(
         thread = started(lambda: gate("hold"))
         for patience in [0, -1, -0.5, 0.0]:
             attempt("join", thread.join(patience))
             log("alive", thread.is_alive())
         thread.join()
       )"));
       EXPECT_THAT(trace.outcomes("join"), AllOf(SizeIs(4), Each(ValueIs(Value()))));
     })},

    {"threading.thread.result-discarded", property([](Trial& trial) {
       trial.pick("result", arbitrary::datum());
       const Trace trace = trial.run(R"(
         thread = threading.Thread(target=lambda: result)
         thread.start()
         attempt("join", thread.join())
         attempt("join", thread.join(3600))
       )");
       EXPECT_THAT(trace.outcomes("join"), AllOf(SizeIs(2), Each(ValueIs(Value()))));
     })},
};

}  // namespace
}  // namespace touchstone
