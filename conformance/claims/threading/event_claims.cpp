// The event: a flag that threads wait for.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

const char* const kOperations[] = {"set", "clear", "is_set", "wait"};

/// Operations on one event by one thread, and what those that ask are told.
struct FlagSequence {
  std::vector<std::string> operations;
  Values told;

  explicit FlagSequence(const std::vector<std::int64_t>& drawn) {
    bool flag = false;
    for (const std::int64_t number : drawn) {
      operations.emplace_back(kOperations[std::abs(number) % 4]);
      if (operations.back() == "set" || operations.back() == "clear")
        flag = operations.back() == "set";
      else
        told.emplace_back(flag);
    }
    operations.emplace_back("is_set");
    told.emplace_back(flag);
  }
};

void expect_all_woken(Trial& trial, std::int64_t waiters) {
  const auto count = static_cast<int>(waiters);
  trial.open("set").after(begun("wait", count), blocked("wait", count));
  const Trace trace = trial.run(with_threads(R"(
    event = threading.Event()
    threads = [started(lambda: record("wait", event.wait())) for _ in range(waiters)]
    gate("set")
    record("set", event.set())
    join_all(threads)
  )"));
  EXPECT_THAT(trace.values("wait"),
              AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(Value(true))));
}

const Checks threading_event_checks{
    {"threading.event.clear", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.open("set again").after(begun("wait", waiters), blocked("wait", waiters)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         event.set()
         event.clear()
         record("at once", event.wait(0))
         threads = [started(lambda: record("wait", event.wait())) for _ in range(waiters)]
         gate("set again")
         record("set", event.set())
         join_all(threads)
       )"));
       EXPECT_EQ(trace.value("at once"), false);
       EXPECT_THAT(trace.values("wait"), Each(Value(true)));
       EXPECT_THAT(trace, Before("set", "wait"));
     })},

    {"threading.event.initially-clear", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         event = threading.Event()
         record("asked", event.is_set())
         record("asked", event.wait(0))
         record("asked", event.is_set())
       )");
       EXPECT_THAT(trace.values("asked"), AllOf(SizeIs(3), Each(Value(false))));
     })},

    {"threading.event.pulse-releases-waiters", adversary([](Trial& trial) {
       trial.open("pulse").after(begun("wait", 3), blocked("wait", 3)).settle(20ms);
       // Nobody can know whether a waiter that has begun waits yet. Once it does, the next pulse
       // releases it: who looks at the flag again never comes back.
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         threads = [started(lambda: record("wait", event.wait())) for _ in range(3)]
         gate("pulse")
         for thread in threads:
             while thread.is_alive():
                 event.set()
                 event.clear()
                 thread.join(1)
         record("clear again", event.wait(0))
       )"));
       EXPECT_EQ(trace.value("clear again"), false);
       EXPECT_THAT(trace.values("wait"), AllOf(SizeIs(3), Each(Value(true))));
     })},

    {"threading.event.set-idempotent", property([](Trial& trial) {
       const FlagSequence sequence(trial.pick("drawn", arbitrary::small_integers(0, 16)));
       trial.bind("operations", sequence.operations);
       const Trace trace = trial.run(R"(
         event = threading.Event()
         for operation in operations:
             if operation == "set":
                 event.set()
             elif operation == "clear":
                 event.clear()
             elif operation == "wait":
                 record("told", event.wait(0))
             else:
                 record("told", event.is_set())
       )");
       EXPECT_EQ(trace.values("told"), sequence.told);
     }),
     adversary([](Trial& trial) {
       trial.pick("times", 2, 4);
       const Trace trace = trial.run(R"(
         event = threading.Event()
         for _ in range(times):
             event.set()
             record("set", event.is_set())
         event.clear()
         record("clear", event.is_set())
         record("clear", event.wait(0))
       )");
       EXPECT_THAT(trace.values("set"), Each(Value(true)));
       EXPECT_THAT(trace.values("clear"), ElementsAre(Value(false), Value(false)));
     })},

    {"threading.event.sticky", property([](Trial& trial) {
       const auto waits = trial.pick("waits", 1, 5);
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         event.set()
         for _ in range(waits):
             record("wait", event.wait(0))
             elsewhere(lambda: record("wait", event.wait(0)))
         record("still set", event.is_set())
       )"));
       EXPECT_THAT(trace.values("wait"),
                   AllOf(SizeIs(static_cast<std::size_t>(2 * waits)), Each(Value(true))));
       EXPECT_EQ(trace.value("still set"), true);
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.open("set").after(begun("wait", waiters), blocked("wait", waiters)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         threads = [started(lambda: record("wait", event.wait())) for _ in range(waiters)]
         gate("set")
         event.set()
         join_all(threads)
         record("later", event.is_set())
         record("later", event.wait(0))
         elsewhere(lambda: record("later", event.wait(0)))
       )"));
       EXPECT_THAT(trace.values("wait"), Each(Value(true)));
       EXPECT_THAT(trace.values("later"), AllOf(SizeIs(3), Each(Value(true))));
     }).times(10)},

    {"threading.event.wait-blocks-until-set", example([](Trial& trial) {
       trial.open("controller").after(begun("wait"), blocked("wait")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         def worker():
             log("waiting")
             record("wait", event.wait())
             log("started")
         def controller():
             gate("controller")
             log("controlling")
             record("set", event.set())
         join_all([started(worker), started(controller)])
       )"));
       EXPECT_THAT(trace.order(), ElementsAre("waiting", "controlling", "started"));
       EXPECT_THAT(trace, Before("set", "wait"));
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.open("distract").after(begun("wait", waiters), blocked("wait", waiters));
       trial.open("set").after(logged("distracted")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         other = threading.Event()
         threads = [started(lambda: record("wait", event.wait())) for _ in range(waiters)]
         gate("distract")
         other.set()
         event.clear()
         event.is_set()
         log("distracted")
         gate("set")
         record("set", event.set())
         join_all(threads)
       )"));
       EXPECT_THAT(trace, Before("set", "wait"));
     })},

    {"threading.event.wait-returns-true", example([](Trial& trial) {
       trial.open("set").after(begun("wait", 2), blocked("wait", 2));
       const Trace trace = trial.run(with_threads(R"(
         early = threading.Event()
         early.set()
         attempt("wait early", early.wait())
         attempt("wait early", early.wait(3600))
         attempt("wait early", early.wait(0))
         event = threading.Event()
         untimed = started(lambda: record("wait", event.wait()))
         timed = started(lambda: record("wait", event.wait(3600)))
         gate("set")
         event.set()
         join_all([untimed, timed])
       )"));
       EXPECT_THAT(trace.outcomes("wait early"), AllOf(SizeIs(3), Each(ValueIs(true))));
       EXPECT_THAT(trace.values("wait"), ElementsAre(Value(true), Value(true)));
     })},

    {"threading.event.wait-timeout", property([](Trial& trial) {
       trial.pick_one("patience", {0, -1, -0.5, 0.01});
       const Trace trace = trial.run(R"(
         event = threading.Event()
         attempt("expired", event.wait(patience))
         record("still clear", event.is_set())
         event.set()
         record("set", event.wait(patience))
       )");
       EXPECT_THAT(trace.outcome("expired"), ValueIs(false));
       EXPECT_EQ(trace.value("still clear"), false);
       EXPECT_EQ(trace.value("set"), true);
     })},

    {"threading.event.wakes-all",
     property([](Trial& trial) { expect_all_woken(trial, trial.pick("waiters", 1, 6)); }),
     adversary([](Trial& trial) {
       trial.bind("waiters", 12);
       expect_all_woken(trial, 12);
     })},
};

}  // namespace
}  // namespace touchstone
