// Waiting on a condition: what becomes of its lock, when the wait ends, what it returns.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

const Checks threading_condition_wait_checks{
    {"threading.condition.default-lock-reentrant", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         def enter(level):
             with condition:
                 record("again", condition.acquire(False))
                 ask_stranger("held", condition)
                 if level > 1:
                     enter(level - 1)
                 condition.release()
                 ask_stranger("held", condition)
         enter(depth)
         ask_stranger("left", condition)
       )"));
       EXPECT_THAT(trace.values("again"),
                   AllOf(SizeIs(static_cast<std::size_t>(depth)), Each(Value(true))));
       EXPECT_THAT(trace.values("held"), Each(Value(false)));
       EXPECT_EQ(trace.value("left"), true);
     })},

    {"threading.condition.wait-blocks-until-notified", example([](Trial& trial) {
       trial.open("produce").after(begun("wait"), blocked("wait")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def consume():
             with condition:
                 record("wait", condition.wait())
                 log("消费者消费了")
         def produce():
             gate("produce")
             with condition:
                 log("生产者生产了")
                 record("notify", condition.notify())
         join_all([started(consume), started(produce)])
       )"));
       EXPECT_THAT(trace.order(), ElementsAre("生产者生产了", "消费者消费了"));
       EXPECT_THAT(trace, Before("notify", "wait"));
       EXPECT_EQ(trace.value("wait"), true);
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.pick("visits", 1, 4);
       trial.open("visit").after(begun("wait", waiters), blocked("wait", waiters));
       trial.open("notify").after(logged("visited")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def wait():
             with condition:
                 record("wait", condition.wait())
         def visit():
             with condition:
                 time.sleep(0)
         threads = [started(wait) for _ in range(waiters)]
         gate("visit")
         for _ in range(visits):
             elsewhere(visit)
         log("visited")
         gate("notify")
         with condition:
             record("notify", condition.notify_all())
         join_all(threads)
       )"));
       EXPECT_THAT(trace.values("wait"), Each(Value(true)));
       EXPECT_THAT(trace, Before("notify", "wait"));
     })},

    {"threading.condition.wait-for-predicate", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         condition = threading.Condition()
         nothing = []
         with condition:
             record("at once", condition.wait_for(lambda: 5, 0))
             record("at once", condition.wait_for(lambda: "text"))
             last = condition.wait_for(lambda: nothing, 0.01)
             log("last value", last is nothing)
       )");
       EXPECT_THAT(trace.values("at once"), ElementsAre(Value(5), Value("text")));
       EXPECT_THAT(trace.logs("last value"), ElementsAre(Value(true)));
     }),
     property([](Trial& trial) {
       const auto notifications = trial.pick("notifications", 1, 4);
       for (int i = 0; i <= notifications; ++i)
         trial.open("notify " + std::to_string(i)).after(logged("checked", i + 1));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         value = 0
         def is_set():
             log("checked", value)
             return value
         def wait():
             with condition:
                 record("wait", condition.wait_for(is_set))
         waiter = started(wait)
         for number in range(notifications):
             gate(f"notify {number}")
             with condition:
                 condition.notify()
         gate(f"notify {notifications}")
         with condition:
             value = 7
             record("last notify", condition.notify())
         waiter.join()
       )"));
       EXPECT_EQ(trace.value("wait"), 7);
       EXPECT_THAT(trace, Before("last notify", "wait"));
       const Values checked = trace.logs("checked");
       EXPECT_GE(checked.size(), static_cast<std::size_t>(notifications) + 2);
       EXPECT_EQ(checked.back(), Value(7));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         condition = threading.Condition()
         looks = []
         def is_second_look():
             looks.append("look")
             return len(looks) > 1
         with condition:
             record("last look", condition.wait_for(is_second_look, 0.01))
       )");
       EXPECT_EQ(trace.value("last look"), true);
     }),
     example([](Trial& trial) {
       trial.open("early").after(logged("checked"));
       trial.open("late").after(ended("early notify")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         value = 0
         def is_set():
             log("checked")
             return value
         def wait():
             with condition:
                 record("wait", condition.wait_for(is_set, 3600))
         waiter = started(wait)
         gate("early")
         with condition:
             record("early notify", condition.notify())
         gate("late")
         with condition:
             value = 7
             record("late notify", condition.notify())
         waiter.join()
       )"));
       EXPECT_EQ(trace.value("wait"), 7);
       EXPECT_THAT(trace, Before("late notify", "wait"));
     }),
     adversary([](Trial& trial) {
       // The second look outlasts the limit: then no notification makes it any longer.
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         looks = []
         ended = []
         def is_sixth_look():
             looks.append("look")
             if len(looks) > 1:
                 time.sleep(0.1)
             return len(looks) == 6
         def notify():
             while not ended:
                 with condition:
                     condition.notify()
                 time.sleep(0.001)
         with condition:
             notifier = started(notify)
             record("limited", condition.wait_for(is_sixth_look, 0.1))
             ended.append(True)
         notifier.join()
       )"));
       EXPECT_EQ(trace.value("limited"), false);
     })},

    {"threading.condition.wait-needs-lock", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         condition = threading.Condition()
         attempt("unowned", condition.wait(0.01))
         attempt("unowned", condition.wait(0))
         with condition:
             record("owned", condition.wait(0.01))
       )");
       EXPECT_THAT(trace.outcomes("unowned"), AllOf(SizeIs(2), Each(Raised("RuntimeError"))));
       EXPECT_EQ(trace.value("owned"), false);
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         def meddle():
             attempt("unowned", condition.wait(0.01))
         with condition:
             elsewhere(meddle)
             ask_stranger("held", condition)
         attempt("unowned", condition.wait())
         ask_stranger("left", condition)
         with condition:
             record("owned", condition.wait(0.01))
       )"));
       EXPECT_THAT(trace.outcomes("unowned"), AllOf(SizeIs(2), Each(Raised("RuntimeError"))));
       EXPECT_EQ(trace.value("held"), false);
       EXPECT_EQ(trace.value("left"), true);
       EXPECT_EQ(trace.value("owned"), false);
     })},

    {"threading.condition.wait-owns-lock-on-return", property([](Trial& trial) {
       trial.pick("notified", rc::gen::arbitrary<bool>());
       trial.open("notify").after(logged("ready"));
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         def notify():
             gate("notify")
             with condition:
                 if notified:
                     condition.notify()
         notifier = started(notify)
         with condition:
             log("ready")
             record("wait", condition.wait(3600 if notified else 0.01))
             ask_stranger("inside", condition)
         notifier.join()
         ask_stranger("after", condition)
       )"));
       EXPECT_EQ(trace.value("inside"), false);
       EXPECT_EQ(trace.value("after"), true);
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 2, 4);
       trial.open("notify").after(begun("wait", waiters));
       trial.open("inside").after(reached("inside")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def wait():
             with condition:
                 record("wait", condition.wait())
                 gate("inside")
                 log("leave")
         threads = [started(wait) for _ in range(waiters)]
         gate("notify")
         with condition:
             condition.notify_all()
         join_all(threads)
       )"));
       EXPECT_EQ(trace.count("leave"), static_cast<std::size_t>(waiters));
       EXPECT_EQ(most_inside(trace, "wait", "leave"), 1);
     }),
     example([](Trial& trial) {
       trial.open("enter").after(begun("wait"));
       trial.open("stay").after(reached("stay")).settle(500ms);
       // The time is over while another thread is in the block, who has had the time to come in.
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def stay():
             gate("enter")
             with condition:
                 log("in")
                 gate("stay")
                 log("out")
         other = started(stay)
         with condition:
             record("wait", condition.wait(0.4))
             log("in")
             log("out")
         other.join()
       )"));
       EXPECT_EQ(trace.value("wait"), false);
       EXPECT_EQ(most_inside(trace, "in", "out"), 1);
     })},

    {"threading.condition.wait-releases-all-levels", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 4);
       trial.open("notify").after(begun("wait"));
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         def notify():
             gate("notify")
             with condition:
                 record("notify", condition.notify())
         notifier = started(notify)
         for _ in range(depth):
             condition.acquire()
         record("wait", condition.wait())
         for _ in range(depth):
             ask_stranger("stranger", condition)
             condition.release()
         ask_stranger("stranger", condition)
         notifier.join()
       )"));
       Values found(static_cast<std::size_t>(depth), Value(false));
       found.emplace_back(true);
       EXPECT_EQ(trace.values("stranger"), found);
       EXPECT_THAT(trace, Before("notify", "wait"));
     }),
     adversary([](Trial& trial) {
       const auto depth = trial.pick("depth", 2, 4);
       trial.open("notify").after(begun("notified"));
       // A wait with a timeout does so too, whichever way it ends.
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         def notify():
             gate("notify")
             with condition:
                 condition.notify()
         def leave():
             for _ in range(depth):
                 ask_stranger("stranger", condition)
                 attempt("leave", condition.release())
             ask_stranger("stranger", condition)
         def enter():
             for _ in range(depth):
                 condition.acquire()
         enter()
         record("expired", condition.wait(0.01))
         leave()
         notifier = started(notify)
         enter()
         record("notified", condition.wait(3600))
         leave()
         notifier.join()
       )"));
       Values found(static_cast<std::size_t>(depth), Value(false));
       found.emplace_back(true);
       found.insert(found.end(), static_cast<std::size_t>(depth), Value(false));
       found.emplace_back(true);
       EXPECT_EQ(trace.values("stranger"), found);
       EXPECT_THAT(trace.outcomes("leave"), Each(ValueIs(Value())));
       EXPECT_EQ(trace.value("expired"), false);
       EXPECT_EQ(trace.value("notified"), true);
     }).times(4)},

    {"threading.condition.wait-releases-lock", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 4);
       trial.open("enter").after(begun("wait", waiters));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def wait():
             with condition:
                 record("wait", condition.wait())
         threads = [started(wait) for _ in range(waiters)]
         gate("enter")
         with condition:
             with record("section"):
                 condition.notify_all()
         join_all(threads)
       )"));
       EXPECT_THAT(trace, Before("section", "wait"));
       EXPECT_EQ(trace.values("wait").size(), static_cast<std::size_t>(waiters));
     })},

    {"threading.condition.wait-timeout", property([](Trial& trial) {
       trial.pick_one("patience", {0, -1, -0.5, 0.01});
       const Trace trace = trial.run(with_stranger(R"(
         condition = threading.Condition()
         with condition:
             attempt("expired", condition.wait(patience))
             ask_stranger("inside", condition)
         ask_stranger("after", condition)
       )"));
       EXPECT_THAT(trace.outcome("expired"), ValueIs(false));
       EXPECT_EQ(trace.value("inside"), false);
       EXPECT_EQ(trace.value("after"), true);
     }),
     example([](Trial& trial) {
       trial.open("notify").after(begun("wait"));
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         def wait():
             with condition:
                 attempt("wait", condition.wait(3600))
         waiter = started(wait)
         gate("notify")
         with condition:
             record("notify", condition.notify())
         waiter.join()
       )"));
       EXPECT_THAT(trace.outcome("wait"), ValueIs(true));
       EXPECT_THAT(trace, Before("notify", "wait"));
     }),
     adversary([](Trial& trial) {
       // Notified in time, the waiter gets the lock when the time is over. The clock tells whether
       // a limit was long enough for a notification in time.
       const Trace trace = trial.run(with_threads(R"(
         condition = threading.Condition()
         in_time = []
         def notify_and_stay(limit, end):
             with condition:
                 condition.notify()
                 in_time.append(time.monotonic() < end)
                 time.sleep(2 * limit)
         limit = 0.1
         while True not in in_time:
             with condition:
                 notifier = started(notify_and_stay, limit, time.monotonic() + limit)
                 notified = condition.wait(limit)
             notifier.join()
             limit *= 2
         log("notified", notified)
       )"));
       EXPECT_THAT(trace.logs("notified"), ElementsAre(Value(true)));
     }).needs("clock.monotonic")},
};

}  // namespace
}  // namespace touchstone
