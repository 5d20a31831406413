// Callbacks of futures: when, how often, in which order and in which thread they are called.
#include "conformance/claims/futures/pool.h"

namespace touchstone {
namespace {

/// Adds as many callbacks as are picked under "callbacks" while the job is under way; each logs its
/// place as "called". The worker takes the last job when it has called them.
Trace run_with_callbacks_of_running_job(Trial& trial) {
  trial.open("hold").after(logged("added"));
  return trial.run(with_held_worker(trial, R"(
    def observer(place):
        def called(future):
            log("called", place)
        return called
    for place in range(callbacks):
        held.add_done_callback(observer(place))
    log("added")
    pool.submit(abs, -9).result()
  )"));
}

const Checks futures_callback_checks{
    {"futures.callback.any-outcome", adversary([](Trial& trial) {
       trial.open("hold").after(logged("cancelled"));
       const Trace trace = trial.run(with_held_worker(trial, R"(
         def fail():
             raise KeyError("of the job")
         futures = [pool.submit(abs, -7), pool.submit(fail), pool.submit(abs, -8)]
         def called(future):
             log("called", futures.index(future))
         for future in futures:
             future.add_done_callback(called)
         futures[2].cancel()
         log("cancelled")
         pool.submit(abs, -9).result()
       )"));
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(numbers_below(3)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         promises = [concurrent.futures.Future() for _ in range(3)]
         def called(future):
             log("called", promises.index(future))
         for promise in promises:
             promise.add_done_callback(called)
         promises[0].set_result("value")
         promises[1].set_exception(KeyError("k"))
         promises[2].cancel()
       )");
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(numbers_below(3)));
     })},

    {"futures.callback.called-once", property([](Trial& trial) {
       const auto early = trial.pick("early", 0, 4);
       const auto late = trial.pick("late", 1, 4);
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def observer(place):
             def called(future):
                 log("called", place, future is promise, future.done())
             return called
         for place in range(early):
             promise.add_done_callback(observer(place))
         promise.set_result("value")
         for place in range(early, early + late):
             promise.add_done_callback(observer(place))
         promise.result()
       )");
       Values expected;
       for (std::int64_t place = 0; place < early + late; ++place)
         expected.emplace_back(Tuple{{place, true, true}});
       EXPECT_THAT(trace.log_rows("called"), UnorderedElementsAreArray(expected));
     }),
     property([](Trial& trial) {
       const auto callbacks = trial.pick("callbacks", 2, 6);
       const Trace trace = run_with_callbacks_of_running_job(trial);
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(numbers_below(callbacks)));
     }).needs("futures.thread_pool"),
     // What comes to a future that is done calls nobody.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def observer(way):
             def called(future):
                 log("called", way)
             return called
         for way in ["result", "exception", "cancel"]:
             promise = concurrent.futures.Future()
             promise.add_done_callback(observer(way))
             if way == "result":
                 promise.set_result("first")
             elif way == "exception":
                 promise.set_exception(KeyError("first"))
             else:
                 promise.cancel()
             attempt("again", promise.set_result("second"))
             attempt("again", promise.set_exception(OSError("second")))
             attempt("again", promise.cancel())
             attempt("again", promise.cancel())
       )");
       EXPECT_EQ(trace.count("again"), 12u);
       EXPECT_THAT(trace.logs("called"),
                   ElementsAre(Value("result"), Value("exception"), Value("cancel")));
     }),
     // The callback is added while the outcome is set.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         rounds = range(40)
         wanted = [concurrent.futures.Future() for _ in rounds]
         promises = [concurrent.futures.Future() for _ in rounds]
         calls = []
         def set_all():
             for n in rounds:
                 wanted[n].result()
                 promises[n].set_result(n)
         def called(future):
             calls.append(future.result(timeout=0))
         pool = concurrent.futures.ThreadPoolExecutor(1)
         setter = pool.submit(set_all)
         for n in rounds:
             wanted[n].set_result(None)
             promises[n].add_done_callback(called)
         setter.result()
         record("calls", sorted(calls))
       )");
       EXPECT_EQ(trace.value("calls"), Value(List{numbers_below(40)}));
     }).needs("futures.thread_pool")},

    {"futures.callback.duplicate", property([](Trial& trial) {
       const auto early = trial.pick("early", 1, 4);
       const auto late = trial.pick("late", 0, 2);
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def called(future):
             log("called")
         for _ in range(early):
             promise.add_done_callback(called)
         promise.set_result("value")
         for _ in range(late):
             promise.add_done_callback(called)
         record("end", None)
       )");
       EXPECT_EQ(trace.value("end"), Value());
       EXPECT_EQ(trace.count("called"), static_cast<std::size_t>(early + late));
     })},

    {"futures.callback.error-contained", property([](Trial& trial) {
       const auto callbacks = trial.pick("callbacks", 1, 5);
       const auto failing = trial.pick("failing", 0, 4);
       const Value way = trial.pick_one("way", {"result", "exception", "cancel"});
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def finish():
             if way == "result":
                 promise.set_result("value")
             elif way == "exception":
                 promise.set_exception(OSError("of the job"))
             else:
                 promise.cancel()
         def observer(place):
             def called(future):
                 log("called", place)
                 if place == failing:
                     raise KeyError("of the callback")
             return called
         for place in range(callbacks):
             promise.add_done_callback(observer(place))
         attempt("finish", finish())
         attempt("add", promise.add_done_callback(observer(failing)))
         attempt(way, promise.result(timeout=0))
       )");
       Values expected = numbers_below(callbacks);
       expected.emplace_back(failing);
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(expected));
       EXPECT_THAT(trace.outcome("finish"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("add"), ValueIs(Value()));
       if (way == Value("result")) {
         EXPECT_THAT(trace.outcome("result"), ValueIs("value"));
       } else if (way == Value("exception")) {
         EXPECT_THAT(trace.outcome("exception"), Raised("OSError"));
       } else {
         EXPECT_THAT(trace.outcome("cancel"), Raised("CancelledError"));
       }
     })},

    {"futures.callback.late", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def fail():
             raise KeyError("of the job")
         def called(future):
             record("inside", None)
         pool = concurrent.futures.ThreadPoolExecutor(1)
         finished = [pool.submit(abs, -7), pool.submit(fail), concurrent.futures.Future()]
         finished[0].result()
         finished[1].exception()
         finished[2].cancel()
         for future in finished:
             record("add", future.add_done_callback(called))
       )");
       const auto added = trace.operations("add");
       const auto inside = trace.operations("inside");
       ASSERT_THAT(added, SizeIs(3));
       ASSERT_THAT(inside, SizeIs(3));
       for (std::size_t i = 0; i < added.size(); ++i) {
         EXPECT_EQ(inside[i].activity, added[i].activity);
         EXPECT_LT(added[i].begin, inside[i].begin);
         EXPECT_LT(inside[i].begin, *added[i].end);
       }
     })},

    {"futures.callback.order", property([](Trial& trial) {
       const auto callbacks = trial.pick("callbacks", 1, 12);
       const Trace trace = trial.run(R"(
         promise = concurrent.futures.Future()
         def observer(place):
             def called(future):
                 log("called", place)
             return called
         for place in range(callbacks):
             promise.add_done_callback(observer(place))
         promise.set_result("value")
       )");
       EXPECT_EQ(trace.logs("called"), numbers_below(callbacks));
     }),
     property([](Trial& trial) {
       const auto callbacks = trial.pick("callbacks", 2, 12);
       const Trace trace = run_with_callbacks_of_running_job(trial);
       EXPECT_EQ(trace.logs("called"), numbers_below(callbacks));
     }).needs("futures.thread_pool")},

    {"futures.callback.thread", adversary([](Trial& trial) {
       trial.open("work").after(logged("added"));
       const Trace trace = trial.run(R"(
         def job():
             gate("work")
             log("finisher of the job")
         def set_it():
             log("finisher by hand")
             promise.set_result("value")
         def of_the_job(future):
             log("callback of the job")
         def by_hand(future):
             log("callback by hand")
         def of_the_cancelled(future):
             log("callback of the cancelled")
         pool = concurrent.futures.ThreadPoolExecutor(1)
         submitted = pool.submit(job)
         submitted.add_done_callback(of_the_job)
         queued = pool.submit(abs, -7)
         queued.add_done_callback(of_the_cancelled)
         promise = concurrent.futures.Future()
         promise.add_done_callback(by_hand)
         log("finisher of the cancelled")
         queued.cancel()
         log("added")
         thread = threading.Thread(target=set_it)
         thread.start()
         thread.join()
         pool.submit(abs, -9).result()
       )");
       for (const std::string way : {"of the job", "by hand", "of the cancelled"}) {
         EXPECT_EQ(trace.count("callback " + way), 1u);
         EXPECT_EQ(trace.activities("callback " + way), trace.activities("finisher " + way));
       }
     })},
};

}  // namespace
}  // namespace touchstone
