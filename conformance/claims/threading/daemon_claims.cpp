// Daemon threads, and what the end of a process waits for.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

enum class Ends { oldest_first, latest_first };

/// The workers end one after the other, long after main.
void expect_all_waited_for(Trial& trial, Ends ends) {
  const auto workers = trial.pick("workers", 2, 3);
  for (std::int64_t i = 0; i < workers; ++i) {
    const auto number = ends == Ends::oldest_first ? i : workers - 1 - i;
    GateRule& gate = trial.open("worker " + std::to_string(number)).after(logged("main ends"));
    if (i > 0) gate.after(logged("worker ends", i));
    gate.settle(50ms);
  }
  const Trace trace = trial.run(R"(
    def work(number):
        gate(f"worker {number}")
        log("worker ends")
    def child():
        for number in range(workers):
            threading.Thread(target=work, args=(number,)).start()
        log("main ends")
    def main():
        log("status", program(child).status)
  )");
  std::vector<std::string> order = {"main ends"};
  order.insert(order.end(), static_cast<std::size_t>(workers), "worker ends");
  order.emplace_back("status");
  EXPECT_EQ(trace.order(), order);
  EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
}

/// Who started a thread does not count, nor what its flag was when it was made.
void expect_normal_waited_for(Trial& trial, bool by_daemon) {
  trial.bind("by_daemon", by_daemon);
  trial.open("end").after(logged("main ends")).settle(100ms);
  const Trace trace = trial.run(R"(
    def stay():
        gate("end")
        log("normal ends")
    def start_normal():
        threading.Thread(target=stay, daemon=False).start()
    def start_changed():
        thread = threading.Thread(target=stay, daemon=True)
        thread.daemon = False
        thread.start()
    def child(by_daemon):
        if by_daemon:
            maker = threading.Thread(target=start_normal, daemon=True)
            maker.start()
            maker.join()
        else:
            start_changed()
        log("main ends")
    def main():
        log("status", program(child, by_daemon).status)
  )");
  EXPECT_THAT(trace.order(), ElementsAre("main ends", "normal ends", "status"));
  EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
}

const Checks threading_daemon_checks{
    {"threading.daemon.dies-with-process",
     property([](Trial& trial) {
       const auto daemons = trial.pick("daemons", 2, 3);
       const Trace trace = trial.run(R"(
         def linger(ready):
             log("daemon runs")
             ready.set()
             threading.Event().wait()
         def child():
             for number in range(daemons):
                 ready = threading.Event()
                 daemon = number % 2 == 0
                 thread = threading.Thread(target=linger, args=(ready,), daemon=daemon)
                 thread.daemon = True
                 thread.start()
                 ready.wait()
             log("main ends")
         def main():
             log("status", program(child).status)
       )");
       EXPECT_EQ(trace.count("daemon runs"), static_cast<std::size_t>(daemons));
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
       EXPECT_EQ(trace.order().back(), "status");
     }).times(3)},

    {"threading.daemon.example-ticks",
     property([](Trial& trial) {
       const auto ticks = trial.pick("ticks", 1, 4);
       for (int i = 0; i <= ticks; ++i) {
         GateRule& tick = trial.open("tick " + std::to_string(i));
         if (i > 0) tick.after(logged("tick", i));
       }
       trial.open("end").after(logged("tick", ticks));
       const Trace trace = trial.run(R"(
         def daemon_task():
             for number in range(ticks + 1):
                 gate(f"tick {number}")
                 log("tick", number)
         def child():
             thread = threading.Thread(target=daemon_task)
             thread.daemon = True
             thread.start()
             gate("end")
             log("main ends")
         def main():
             log("status", program(child).status)
       )");
       const Values ticked = trace.logs("tick");
       EXPECT_THAT(ticked, AnyOf(Eq(numbers_below(ticks)), Eq(numbers_below(ticks + 1))));
       const auto order = trace.order({"tick", "main ends"});
       EXPECT_THAT(std::vector(order.begin(), order.begin() + ticks), Each(Eq("tick")));
       EXPECT_EQ(trace.count("main ends"), 1u);
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     }).times(4)},

    {"threading.daemon.flag-fixed-after-start",
     property([](Trial& trial) {
       const Value flag = trial.pick(
           "flag", rc::gen::map(rc::gen::arbitrary<bool>(), [](bool b) { return Value(b); }));
       trial.open("hold").after(logged("held"));
       const Trace trace = trial.run(R"(
         thread = threading.Thread(target=lambda: gate("hold"))
         thread.daemon = not flag
         log("flag", thread.daemon)
         thread.daemon = flag
         log("flag", thread.daemon)
         thread.start()
         with attempt("late"):
             thread.daemon = not flag
         log("flag", thread.daemon)
         with attempt("late"):
             thread.daemon = flag
         log("held")
         thread.join()
         with attempt("late"):
             thread.daemon = not flag
         log("flag", thread.daemon)
       )");
       EXPECT_THAT(trace.outcomes("late"), AllOf(SizeIs(3), Each(Raised("RuntimeError"))));
       EXPECT_THAT(trace.logs("flag"), ElementsAre(Ne(flag), flag, flag, flag));
     }).times(6)},

    {"threading.daemon.flag-inherited", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def note(maker):
             log(maker, threading.Thread().daemon)
             for flag in [True, False]:
                 log("said otherwise", threading.Thread(daemon=flag).daemon is flag)
         def descend():
             note("daemon")
             child = threading.Thread(target=note, args=("daemon of a daemon",))
             child.start()
             child.join()
         note("main")
         normal = threading.Thread(target=note, args=("normal",))
         daemon = threading.Thread(target=descend, daemon=True)
         for thread in [normal, daemon]:
             thread.start()
             thread.join()
       )");
       EXPECT_THAT(trace.logs("main"), ElementsAre(Value(false)));
       EXPECT_THAT(trace.logs("normal"), ElementsAre(Value(false)));
       EXPECT_THAT(trace.logs("daemon"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.logs("daemon of a daemon"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.logs("said otherwise"), Each(Value(true)));
     })},

    {"threading.daemon.lives-until-last-normal-thread", example([](Trial& trial) {
       trial.open("daemon").after(logged("main ends"), reached("daemon")).settle(50ms);
       const Trace trace = trial.run(R"(
         def tick(ticked):
             gate("daemon")
             log("daemon ticks")
             ticked.set()
             threading.Event().wait()
         def stay(ticked):
             record("wait", ticked.wait())
             log("normal ends")
         def child():
             ticked = threading.Event()
             threading.Thread(target=tick, args=(ticked,), daemon=True).start()
             threading.Thread(target=stay, args=(ticked,)).start()
             log("main ends")
         def main():
             log("status", program(child).status)
       )");
       EXPECT_THAT(trace, LoggedInOrder("main ends", "daemon ticks", "normal ends", "status"));
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     })},

    {"threading.daemon.no-cleanup", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def linger(ready):
             try:
                 ready.set()
                 threading.Event().wait()
                 log("later statement")
             finally:
                 log("clean-up")
         def stay_awake(ready):
             try:
                 ready.set()
                 while True:
                     time.sleep(0.001)
             finally:
                 log("clean-up")
         def child():
             for run in [linger, stay_awake]:
                 ready = threading.Event()
                 threading.Thread(target=run, args=(ready,), daemon=True).start()
                 ready.wait()
             log("main ends")
         def main():
             log("status", program(child).status)
       )");
       EXPECT_THAT(trace.order(), ElementsAre("main ends", "status"));
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     })},

    {"threading.daemon.normal-thread-waited",
     property([](Trial& trial) { expect_all_waited_for(trial, Ends::oldest_first); }).times(2),
     adversary([](Trial& trial) { expect_all_waited_for(trial, Ends::latest_first); }).times(2),
     example([](Trial& trial) {
       trial.open("start another").after(logged("main ends")).settle(100ms);
       trial.open("end").after(logged("another was started")).settle(100ms);
       // Whom the exit waits for is not settled when main ends.
       const Trace trace = trial.run(R"(
         def stay():
             gate("end")
             log("the other ends")
         def start_another():
             gate("start another")
             threading.Thread(target=stay).start()
             log("another was started")
         def child():
             threading.Thread(target=start_another).start()
             log("main ends")
         def main():
             log("status", program(child).status)
       )");
       EXPECT_THAT(trace.order(),
                   ElementsAre("main ends", "another was started", "the other ends", "status"));
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     }),
     adversary([](Trial& trial) { expect_normal_waited_for(trial, true); }),
     adversary([](Trial& trial) { expect_normal_waited_for(trial, false); })},
};

}  // namespace
}  // namespace touchstone
