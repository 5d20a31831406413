// The plain lock by itself: who gets it, when, and what its calls refuse.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// Operations for one thread on one lock, and what each try gives: releases only where it is held.
struct TrySequence {
  std::vector<std::string> operations;
  Values tried;

  explicit TrySequence(const std::vector<std::int64_t>& drawn) {
    bool held = false;
    for (const std::int64_t number : drawn) {
      if (held && number % 2 == 0) {
        operations.emplace_back("release");
        held = false;
        continue;
      }
      operations.emplace_back(number > 0 ? "try" : "zero");
      tried.emplace_back(!held);
      held = true;
    }
  }
};

const Checks threading_lock_checks{
    {"threading.lock.acquire-waits-for-release", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.open("all wait")
           .after(begun("acquire", waiters), blocked("acquire", waiters))
           .settle(30ms);
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         lock.acquire()
         def wait():
             record("acquire", lock.acquire())
             record("release", lock.release())
         threads = [started(wait) for _ in range(waiters)]
         gate("all wait")
         record("first release", lock.release())
         join_all(threads)
       )"));
       EXPECT_THAT(trace, Before("first release", "acquire"));
       EXPECT_THAT(trace.values("acquire"), Each(Value(true)));
       EXPECT_EQ(most_inside(trace, "acquire", "release"), 1);
     })},

    {"threading.lock.bad-timeout", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for blocking, timeout in [(True, -2), (True, -0.5), (False, 1), (False, 0)]:
             lock = threading.Lock()
             attempt("bad", lock.acquire(blocking, timeout))
             record("still free", lock.acquire(False))
       )");
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(4), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.values("still free"), Each(Value(true)));
     }),
     property([](Trial& trial) {
       const auto quarters = trial.pick("quarters", 1, 12);
       trial.bind("negative", static_cast<double>(quarters == 4 ? -5 : -quarters) / 4);
       trial.pick("patience", 0, 3);
       const Trace trace = trial.run(R"(
         lock = threading.Lock()
         lock.acquire()
         attempt("bad", lock.acquire(True, negative))
         attempt("bad", lock.acquire(timeout=negative))
         attempt("bad", lock.acquire(False, patience))
         record("still held", lock.acquire(False))
         lock.release()
         record("free", lock.acquire(False))
       )");
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(3), Each(Raised("ValueError"))));
       EXPECT_EQ(trace.value("still held"), false);
       EXPECT_EQ(trace.value("free"), true);
     })},

    {"threading.lock.not-reentrant", example([](Trial& trial) {
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.Lock()
         lock.acquire()
         record("again", lock.acquire(False))
         record("again", lock.acquire(True, 0.01))
         lock.release()
         ask_stranger("free", lock)
       )"));
       EXPECT_THAT(trace.values("again"), ElementsAre(Value(false), Value(false)));
       EXPECT_EQ(trace.value("free"), true);
     }),
     property([](Trial& trial) {
       trial.pick("depth", 2, 5);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.Lock()
         def descend(level):
             taken = lock.acquire(timeout=0.01)
             log("level", level, taken)
             if taken:
                 if level < depth:
                     descend(level + 1)
                 lock.release()
         descend(1)
         ask_stranger("free", lock)
       )"));
       EXPECT_THAT(trace.log_rows("level"),
                   ElementsAre(Value(Tuple{{1, true}}), Value(Tuple{{2, false}})));
       EXPECT_EQ(trace.value("free"), true);
     })},

    {"threading.lock.release-by-other", property([](Trial& trial) {
       trial.pick("main_acquires", rc::gen::arbitrary<bool>());
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         def perform(here, act):
             if here:
                 act()
             else:
                 elsewhere(act)
         perform(main_acquires, lambda: record("acquire", lock.acquire(False)))
         perform(not main_acquires, lambda: attempt("release", lock.release()))
         elsewhere(lambda: record("acquire", lock.acquire(False)))
       )"));
       EXPECT_THAT(trace.outcome("release"), ValueIs(Value()));
       EXPECT_THAT(trace.values("acquire"), ElementsAre(Value(true), Value(true)));
     })},

    {"threading.lock.release-unlocked", property([](Trial& trial) {
       const auto surplus = trial.pick("surplus", 1, 3);
       const Trace trace = trial.run(R"(
         lock = threading.Lock()
         def release_too_often():
             for _ in range(surplus):
                 attempt("surplus", lock.release())
             record("first", lock.acquire(False))
             record("second", lock.acquire(False))
         release_too_often()
         lock.release()
         release_too_often()
       )");
       EXPECT_THAT(trace.outcomes("surplus"), AllOf(SizeIs(static_cast<std::size_t>(2 * surplus)),
                                                    Each(Raised("RuntimeError"))));
       EXPECT_THAT(trace.values("first"), ElementsAre(Value(true), Value(true)));
       EXPECT_THAT(trace.values("second"), ElementsAre(Value(false), Value(false)));
     })},

    {"threading.lock.timed-acquire", adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.open("later").after(ended("release")).settle(20ms);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.Lock()
         lock.acquire()
         for _ in range(waiters):
             elsewhere(lambda: record("expired", lock.acquire(True, 0.01)))
         record("still held", lock.acquire(False))
         record("release", lock.release())
         gate("later")
         ask_stranger("free", lock)
       )"));
       EXPECT_THAT(trace.values("expired"),
                   AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(Value(false))));
       EXPECT_EQ(trace.value("still held"), false);
       EXPECT_EQ(trace.value("free"), true);
     }),
     property([](Trial& trial) {
       trial.pick_one("patience", {3600, 3600.5, -1});
       trial.open("waits").after(begun("acquire"), blocked("acquire")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         lock.acquire()
         waiter = started(lambda: record("acquire", lock.acquire(True, patience)))
         gate("waits")
         record("release", lock.release())
         waiter.join()
       )"));
       EXPECT_EQ(trace.value("acquire"), true);
       EXPECT_THAT(trace, Before("release", "acquire"));
     }),
     adversary([](Trial& trial) {
       trial.pick_one("patience", {3600, 3600.5});
       trial.open("waits").after(begun("acquire"), blocked("acquire")).settle(20ms);
       trial.open("woken").after(logged("overtaken")).settle(20ms);
       // Another thread may be quicker than the one that the release woke.
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         lock.acquire()
         waiter = started(lambda: record("acquire", lock.acquire(True, patience)))
         gate("waits")
         lock.release()
         overtakes = lock.acquire(False)
         log("overtaken")
         gate("woken")
         if overtakes:
             lock.release()
         waiter.join()
       )"));
       EXPECT_EQ(trace.value("acquire"), true);
     }).times(4)},

    {"threading.lock.try-acquire", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         def try_all():
             record("try", lock.acquire(False))
             record("try", lock.acquire(blocking=False))
             record("try", lock.acquire(True, 0))
             record("try", lock.acquire(timeout=0))
         lock.acquire()
         elsewhere(try_all)
         lock.release()
         elsewhere(try_all)
       )"));
       EXPECT_EQ(trace.values("try"),
                 (Values{false, false, false, false, true, false, false, false}));
     }),
     property([](Trial& trial) {
       const TrySequence sequence(trial.pick("drawn", arbitrary::small_integers(1, 12)));
       trial.bind("operations", sequence.operations);
       const Trace trace = trial.run(R"(
         lock = threading.Lock()
         for operation in operations:
             if operation == "release":
                 lock.release()
             elif operation == "try":
                 record("try", lock.acquire(False))
             else:
                 record("try", lock.acquire(True, 0))
       )");
       EXPECT_EQ(trace.values("try"), sequence.tried);
     })},

    {"threading.lock.with-releases-on-error", adversary([](Trial& trial) {
       const Trace trace = trial.run(with_stranger(R"(
         def fail(error):
             lock = threading.Lock()
             try:
                 with lock:
                     ask_stranger("inside", lock)
                     raise error
             except BaseException as caught:
                 log("the same", caught is error)
             ask_stranger("after", lock)
         errors = [ValueError("of the block"), KeyError(1), StopIteration(2), RuntimeError()]
         for error in errors + [KeyboardInterrupt(), SystemExit(), GeneratorExit()]:
             fail(error)
       )"));
       EXPECT_THAT(trace.values("inside"), AllOf(SizeIs(7), Each(Value(false))));
       EXPECT_THAT(trace.logs("the same"), AllOf(SizeIs(7), Each(Value(true))));
       EXPECT_THAT(trace.values("after"), AllOf(SizeIs(7), Each(Value(true))));
     })},

    {"threading.lock.with-releases-on-jump", property([](Trial& trial) {
       trial.pick_one("way", {"break", "return", "continue", "fall through"});
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.Lock()
         def leave():
             for _ in range(1):
                 with lock:
                     ask_stranger("inside", lock)
                     if way == "break":
                         break
                     if way == "return":
                         return
                     if way == "continue":
                         continue
         leave()
         ask_stranger("after", lock)
       )"));
       EXPECT_EQ(trace.value("inside"), false);
       EXPECT_EQ(trace.value("after"), true);
     })},
};

}  // namespace
}  // namespace touchstone
