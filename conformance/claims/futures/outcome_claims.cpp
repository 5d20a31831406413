// The states of a future, and giving it its outcome by hand.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

/// Was the outcome taken when it was given? A refusal has to be a type error.
bool is_accepted(const Outcome& given) {
  if (given.error() == nullptr) return true;
  EXPECT_THAT(given, Raised("TypeError"));
  return false;
}

const Checks futures_outcome_checks{
    {"futures.done.states", adversary([](Trial& trial) {
                              trial.pick_one("end", {"value", "error", "cancellation"});
                              trial.open("hold").after(logged("asked"));
                              const Trace trace = trial.run(with_held_worker(trial, R"(
         def task():
             if end == "error":
                 raise KeyError("of the job")
             return "value"
         queued = pool.submit(task)
         record("running", [held.done(), held.running()])
         record("pending", [queued.done(), queued.running()])
         if end == "cancellation":
             queued.cancel()
             record("cancelled", queued.done())
         log("asked")
         attempt("result", queued.result())
         record("finished", [queued.done(), queued.running()])
         held.result()
         record("finished", [held.done(), held.running()])
       )"));
                              EXPECT_EQ(trace.value("running"), Value(List{{false, true}}));
                              EXPECT_EQ(trace.value("pending"), Value(List{{false, false}}));
                              if (!trace.absent("cancelled")) {
                                EXPECT_EQ(trace.value("cancelled"), Value(true));
                              }
                              const Value finished(List{{true, false}});
                              EXPECT_THAT(trace.values("finished"),
                                          ElementsAre(finished, finished));
                            }).times(6),
     // A callback finds the future done, and so does whom it waits for.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def ask(future):
             record("done", future.done())
         def called(future):
             thread = threading.Thread(target=ask, args=(future,))
             thread.start()
             thread.join()
         promises = [concurrent.futures.Future() for _ in range(3)]
         for promise in promises:
             promise.add_done_callback(called)
         promises[0].set_result("value")
         promises[1].set_exception(KeyError("k"))
         promises[2].cancel()
       )");
       EXPECT_THAT(trace.values("done"), ElementsAre(Value(true), Value(true), Value(true)));
     })},

    {"futures.set-exception.class", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         attempt("set", promise.set_exception(KeyError))
         record("done", promise.done())
         attempt("result", promise.result(timeout=0))
       )");
       const bool accepted = is_accepted(trace.outcome("set"));
       EXPECT_EQ(trace.value("done"), Value(accepted));
       EXPECT_THAT(trace.outcome("result"), Raised(accepted ? "KeyError" : "TimeoutError"));
     })},

    {"futures.set-exception.stores", adversary([](Trial& trial) {
       trial.open("set").after(begun("waiter"), blocked("waiter"));
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         error = ValueError("stored")
         def wait():
             attempt("waiter", promise.result())
         thread = threading.Thread(target=wait)
         thread.start()
         gate("set")
         attempt("set", promise.set_exception(error))
         attempt("done", promise.done())
         attempt("exception", promise.exception(timeout=0) is error)
         attempt("result", promise.result(timeout=0))
         thread.join()
       )");
       EXPECT_THAT(trace.outcome("set"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("done"), ValueIs(true));
       EXPECT_THAT(trace.outcome("exception"), ValueIs(true));
       EXPECT_THAT(trace.outcome("result"), Raised("ValueError"));
       EXPECT_THAT(trace.outcome("waiter"), Raised("ValueError"));
     })},

    {"futures.set-exception.unchecked",
     adversary([](Trial& trial) {
       const Value given = trial.pick_one("given", {Value(), "text"});
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         attempt("set", promise.set_exception(given))
         record("done", promise.done())
         attempt("result", promise.result(timeout=0))
       )");
       const bool accepted = is_accepted(trace.outcome("set"));
       EXPECT_EQ(trace.value("done"), Value(accepted));
       if (!accepted) {
         EXPECT_THAT(trace.outcome("result"), Raised("TimeoutError"));
       } else if (given.is_none()) {
         EXPECT_THAT(trace.outcome("result"), ValueIs(Value()));
       } else {
         EXPECT_THAT(trace.outcome("result"), Raised("TypeError"));
       }
     }).times(4)},

    {"futures.set-result.finishes", property([](Trial& trial) {
                                      const auto value = trial.pick("value", arbitrary::datum());
                                      trial.open("set").after(begun("waiter"), blocked("waiter"));
                                      const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def called(future):
             log("called", future.result(timeout=0))
         promise.add_done_callback(called)
         def wait():
             record("waiter", promise.result())
         thread = threading.Thread(target=wait)
         thread.start()
         gate("set")
         record("set", promise.set_result(value))
         record("done", promise.done())
         attempt("result", promise.result(timeout=0))
         thread.join()
       )");
                                      EXPECT_EQ(trace.value("set"), Value());
                                      EXPECT_EQ(trace.value("done"), Value(true));
                                      EXPECT_THAT(trace.outcome("result"), ValueIs(value));
                                      EXPECT_EQ(trace.value("waiter"), value);
                                      EXPECT_THAT(trace.logs("called"), ElementsAre(value));
                                    }).times(10),
     // A callback may wait for others who ask for the outcome.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def ask():
             record("asked", [promise.done(), promise.result()])
         def called(future):
             thread = threading.Thread(target=ask)
             thread.start()
             thread.join()
         promise.add_done_callback(called)
         promise.set_result("value")
       )");
       EXPECT_EQ(trace.value("asked"), Value(List{{true, "value"}}));
     })},

    {"futures.set-result.once", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def finish(promise, way, value, error):
             if way == "result":
                 promise.set_result(value)
             elif way == "exception":
                 promise.set_exception(error)
             else:
                 promise.cancel()
         for first in ["result", "exception", "cancel"]:
             for second in ["result", "exception"]:
                 promise = concurrent.futures.Future()
                 finish(promise, first, "first", KeyError("first"))
                 attempt("second", finish(promise, second, "second", OSError("second")))
                 attempt(first, promise.result(timeout=0))
       )");
       EXPECT_THAT(trace.outcomes("second"), SizeIs(6));
       EXPECT_THAT(trace.outcomes("second"), Each(Raised("InvalidStateError")));
       EXPECT_THAT(trace.outcomes("result"), Each(ValueIs("first")));
       EXPECT_THAT(trace.outcomes("exception"), Each(Raised("KeyError")));
       EXPECT_THAT(trace.outcomes("cancel"), Each(Raised("CancelledError")));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def again(future):
             attempt("from a callback", future.set_result("second"))
         promise.add_done_callback(again)
         promise.set_result("first")
         attempt("result", promise.result(timeout=0))
       )");
       EXPECT_THAT(trace.outcome("from a callback"), Raised("InvalidStateError"));
       EXPECT_THAT(trace.outcome("result"), ValueIs("first"));
     })},

    {"futures.set-result.race", adversary([](Trial& trial) {
       constexpr int setters = 4, rounds = 12;
       trial.bind("setters", setters);
       trial.bind("rounds", rounds);
       for (int round = 0; round < rounds; ++round) {
         const std::string gate = "round " + std::to_string(round);
         trial.open(gate).after(reached(gate, setters));
       }
       const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in range(rounds)]
         def set_all(own):
             for turn in range(rounds):
                 gate(f"round {turn}")
                 attempt(f"set {turn}", promises[turn].set_result(own) or own)
         threads = [threading.Thread(target=set_all, args=(n + 1,)) for n in range(setters)]
         for thread in threads:
             thread.start()
         for thread in threads:
             thread.join()
         for turn in range(rounds):
             record(f"kept {turn}", promises[turn].result(timeout=0))
       )");
       for (int round = 0; round < rounds; ++round) {
         const auto outcomes = trace.outcomes("set " + std::to_string(round));
         const Value kept = trace.value("kept " + std::to_string(round));
         EXPECT_THAT(outcomes, SizeIs(setters));
         EXPECT_THAT(outcomes, Contains(ValueIs(kept)).Times(1));
         EXPECT_THAT(outcomes, Contains(Raised("InvalidStateError")).Times(setters - 1));
       }
     })},
};

}  // namespace
}  // namespace touchstone
