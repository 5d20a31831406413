// Notifying on a condition: whom it wakes, when, and whom not.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// Waiters that all wait when `act` runs, after some whose time was over; who wakes before phase 2
/// was woken by it.
constexpr std::string_view kPhases = R"(
  condition = threading.Condition()
  phase = 1
  def wait():
      with condition:
          record("wait", condition.wait())
          log("woke", phase)
  with condition:
      for patience in [0.001, 0, -1]:
          condition.wait(patience)
  threads = [started(wait) for _ in range(waiters)]
  gate("all wait")
  with condition:
      act()
  gate("woken")
  with condition:
      phase = 2
      record("late", condition.wait(0.01))
      condition.notify_all()
  join_all(threads)
)";

/// `act` is the scenario's text that defines act(); it is to wake `woken` of the `waiters`.
Trace run_phases(Trial& trial, std::string_view act, std::int64_t waiters, std::int64_t woken) {
  GateRule& all_wait = trial.open("all wait");
  if (waiters > 0) all_wait.after(begun("wait", waiters));
  GateRule& gate = trial.open("woken").settle(20ms);
  if (woken > 0) gate.after(ended("wait", woken));
  return trial.run(with_threads(scenario::dedent(act) + scenario::dedent(kPhases)));
}

/// Empty where nobody waited.
std::size_t woken_at_once(const Trace& trace) {
  if (trace.absent("woke")) return 0;
  return static_cast<std::size_t>(std::ranges::count(trace.logs("woke"), Value(1)));
}

/// notify(count) wakes so many of the waiters at once, and leaves nothing for a later wait.
void judge_count(Trial& trial, std::int64_t waiters, std::int64_t count) {
  const auto woken = std::min(waiters, count);
  const Trace trace = run_phases(trial, R"(
    def act():
        condition.notify(count)
  )",
                                 waiters, woken);
  EXPECT_EQ(woken_at_once(trace), static_cast<std::size_t>(woken));
  EXPECT_EQ(trace.value("late"), false);
}

const Checks threading_condition_notify_checks{
    {"threading.condition.notify-all", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 5);
       trial.open("all wait").after(begun("wait", waiters));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def wait():
             with condition:
                 record("wait", condition.wait())
         threads = [started(wait) for _ in range(waiters)]
         gate("all wait")
         with condition:
             condition.notify_all()
             record("late", condition.wait(0.01))
         join_all(threads)
       )"));
       EXPECT_THAT(trace.values("wait"),
                   AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(Value(true))));
       EXPECT_EQ(trace.value("late"), false);
     })},

    {"threading.condition.notify-count", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 0, 4);
       judge_count(trial, waiters, trial.pick("count", 0, waiters + 3));
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 3, 5);
       judge_count(trial, waiters, trial.pick("count", 2, waiters - 1));
     }).times(10)},

    {"threading.condition.notify-keeps-lock", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.pick("to_all", rc::gen::arbitrary<bool>());
       trial.open("all wait").after(begun("wait", waiters));
       trial.open("inside").after(ended("notify")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         left = False
         def wait():
             with condition:
                 record("wait", condition.wait())
                 log("woke after the notifier left", left)
         threads = [started(wait) for _ in range(waiters)]
         gate("all wait")
         with condition:
             record("notify", condition.notify_all() if to_all else condition.notify(waiters))
             gate("inside")
             with record("still inside"):
                 time.sleep(0)
             left = True
         join_all(threads)
       )"));
       EXPECT_THAT(trace, Before("still inside", "wait"));
       EXPECT_THAT(trace.logs("woke after the notifier left"), Each(Value(true)));
     })},

    {"threading.condition.notify-needs-lock",
     property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 0, 3);
       const Trace trace = run_phases(trial, R"(
         def misuse():
             attempt("unowned", condition.notify())
             attempt("unowned", condition.notify(2))
             attempt("unowned", condition.notify_all())
         def act():
             elsewhere(misuse)
       )",
                                      waiters, 0);
       EXPECT_THAT(trace.outcomes("unowned"), AllOf(SizeIs(3), Each(Raised("RuntimeError"))));
       EXPECT_EQ(woken_at_once(trace), 0u);
     }).times(10),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for lock in [None, threading.Lock(), threading.RLock()]:
             condition = threading.Condition(lock)
             attempt("unowned", condition.notify())
             attempt("unowned", condition.notify_all())
             with condition:
                 record("late", condition.wait(0.01))
       )");
       EXPECT_THAT(trace.outcomes("unowned"), AllOf(SizeIs(6), Each(Raised("RuntimeError"))));
       EXPECT_THAT(trace.values("late"), AllOf(SizeIs(3), Each(Value(false))));
     })},

    {"threading.condition.notify-not-stored", property([](Trial& trial) {
       trial.pick("notifications", 1, 4);
       trial.pick("to_all", rc::gen::arbitrary<bool>());
       trial.open("waits").after(begun("wait"));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         for _ in range(notifications):
             with condition:
                 condition.notify_all() if to_all else condition.notify()
         with condition:
             record("late", condition.wait(0.01))
         def wait():
             with condition:
                 record("wait", condition.wait(3600))
         waiter = started(wait)
         gate("waits")
         with condition:
             condition.notify()
         waiter.join()
       )"));
       EXPECT_EQ(trace.value("late"), false);
       EXPECT_EQ(trace.value("wait"), true);
     })},

    {"threading.condition.notify-wakes-one", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 5);
       const Trace trace = run_phases(trial, R"(
         def act():
             condition.notify()
       )",
                                      waiters, 1);
       EXPECT_LE(woken_at_once(trace), 1u);
       EXPECT_EQ(trace.count("woke"), static_cast<std::size_t>(waiters));
     })},

    {"threading.condition.wake-order", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 2, 5);
       for (int i = 0; i < waiters; ++i) {
         GateRule& enter = trial.open("enter " + std::to_string(i));
         if (i > 0) enter.after(begun("wait", i));
         GateRule& notify = trial.open("notify " + std::to_string(i));
         notify.after(begun("wait", waiters));
         if (i > 0) notify.after(logged("woke", i));
       }
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def wait(number):
             gate(f"enter {number}")
             with condition:
                 record("wait", condition.wait())
                 log("woke", number)
         threads = [started(wait, number) for number in range(waiters)]
         for number in range(waiters):
             gate(f"notify {number}")
             with condition:
                 condition.notify()
         join_all(threads)
       )"));
       trial.report("woken in the order of their waits",
                    trace.logs("woke") == numbers_below(waiters));
       EXPECT_THAT(trace.logs("woke"), UnorderedElementsAreArray(numbers_below(waiters)));
     })},
};

}  // namespace
}  // namespace touchstone
