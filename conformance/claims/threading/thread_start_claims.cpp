// Starting a thread: what runs, where, how often, and what becomes of its errors.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

const Checks threading_thread_start_checks{
    {"threading.thread.alive-states", example([](Trial& trial) {
       trial.open("look").after(reached("hold"));
       trial.open("hold").after(logged("looked"));
       const Trace trace = trial.run(R"(
         def target():
             gate("hold")
             log("alive", "in its last statement", threading.current_thread().is_alive())
         thread = threading.Thread(target=target)
         log("alive", "new", thread.is_alive())
         thread.start()
         log("alive", "started", thread.is_alive())
         gate("look")
         log("alive", "running", thread.is_alive())
         log("looked")
         thread.join()
         log("alive", "joined", thread.is_alive())
       )");
       EXPECT_THAT(trace.log_rows("alive"),
                   ElementsAre(Value(Tuple{{"new", false}}), Value(Tuple{{"started", true}}),
                               Value(Tuple{{"running", true}}),
                               Value(Tuple{{"in its last statement", true}}),
                               Value(Tuple{{"joined", false}})));
     })},

    {"threading.thread.exception-isolated", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def fail():
             raise ValueError("of the thread")
         def child():
             thread = threading.Thread(target=fail)
             thread.start()
             thread.join()
             log("main goes on")
         def main():
             log("status", program(child).status)
       )");
       EXPECT_EQ(trace.count("main goes on"), 1u);
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     }),
     property([](Trial& trial) {
       const auto failing = trial.pick("failing", 1, 3);
       const auto good = trial.pick("good", 1, 3);
       trial.open("go on").after(ended("join failing", failing));
       const Trace trace = trial.run(with_threads(R"(
         def fail():
             raise ValueError("of the thread")
         def work():
             gate("go on")
             log("worked")
         workers = [started(work) for _ in range(good)]
         for thread in [started(fail) for _ in range(failing)]:
             attempt("join failing", thread.join())
         join_all(workers)
         log("main goes on")
       )"));
       EXPECT_THAT(trace.outcomes("join failing"), Each(ValueIs(Value())));
       EXPECT_EQ(trace.count("worked"), static_cast<std::size_t>(good));
       EXPECT_EQ(trace.count("main goes on"), 1u);
     }).times(10)},

    {"threading.thread.exception-reported",
     property([](Trial& trial) {
       const auto failing = trial.pick("failing", 1, 3);
       const Trace trace = trial.run(with_threads(R"(
         class Trouble(Exception):
             pass
         def note(told):
             log("hook", told.exc_value)
         threading.excepthook = note
         def fail(number):
             raise Trouble(number)
         def work():
             pass
         join_all([started(fail, number) for number in range(failing)] + [started(work)])
         for _ in range(2):
             elsewhere(fail, failing)
       )"));
       Values numbers_told;
       for (const Value& error : trace.logs("hook")) {
         EXPECT_THAT(error, RaisedExactly("Trouble"));
         if (const auto* told = error.get_if<ErrorValue>())
           std::ranges::copy(told->args, std::back_inserter(numbers_told));
       }
       Values numbers_failed = numbers_below(failing + 1);
       numbers_failed.emplace_back(failing);
       EXPECT_THAT(numbers_told, UnorderedElementsAreArray(numbers_failed));
     }).times(10),
     example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class UncommonTrouble(Exception):
             pass
         def fail():
             raise UncommonTrouble()
         def child():
             thread = threading.Thread(target=fail)
             thread.start()
             thread.join()
         def main():
             log("told", b"UncommonTrouble" in program(child).stderr)
       )");
       EXPECT_THAT(trace.logs("told"), ElementsAre(Value(true)));
     }),
     example([](Trial& trial) {
       trial.open("fail").after(logged("all hooks were set"));
       // The hook that counts is the one of the moment, for errors of every kind.
       const Trace trace = trial.run(with_threads(R"(
         class Trouble(BaseException):
             pass
         def hook(time_set):
             def note(told):
                 log("hook", time_set, type(told.exc_value).__name__)
             return note
         def fail(error):
             gate("fail")
             raise error
         errors = [ValueError(), KeyboardInterrupt(), GeneratorExit(), Trouble()]
         threading.excepthook = hook("before the creation")
         threads = [threading.Thread(target=fail, args=(error,)) for error in errors]
         threading.excepthook = hook("before the start")
         for thread in threads:
             thread.start()
         threading.excepthook = hook("before the error")
         log("all hooks were set")
         join_all(threads)
       )"));
       Values told;
       for (const char* error : {"ValueError", "KeyboardInterrupt", "GeneratorExit", "Trouble"})
         told.emplace_back(Tuple{{"before the error", error}});
       EXPECT_THAT(trace.log_rows("hook"), UnorderedElementsAreArray(told));
     }),
     example([](Trial& trial) {
       trial.open("report").after(begun("join"), blocked("join")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         def note(told):
             gate("report")
             log("reported")
         threading.excepthook = note
         def fail():
             raise ValueError("of the thread")
         thread = started(fail)
         record("join", thread.join())
         log("joined")
       )"));
       EXPECT_THAT(trace, LoggedInOrder("reported", "joined"));
     })},

    {"threading.thread.other-thread", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 5);
       trial.open("hold").after(reached("hold", workers));
       const Trace trace = trial.run(with_threads(R"(
         def target(number):
             log("ident", threading.get_ident())
             log("is the started one", threading.current_thread() is threads[number])
             gate("hold")
         threads = [threading.Thread(target=target, args=(number,)) for number in range(workers)]
         for thread in threads:
             thread.start()
         join_all(threads)
         log("ident", threading.get_ident())
       )"));
       Values idents = trace.logs("ident");
       EXPECT_EQ(idents.size(), static_cast<std::size_t>(workers) + 1);
       for (std::size_t i = 0; i < idents.size(); ++i)
         EXPECT_EQ(std::ranges::count(idents, idents[i]), 1);
       EXPECT_THAT(trace.logs("is the started one"), Each(Value(true)));
     })},

    {"threading.thread.start-does-not-wait", property([](Trial& trial) {
       trial.pick("workers", 1, 4);
       trial.open("hold").after(logged("all are started"));
       const Trace trace = trial.run(with_threads(R"(
         def target():
             gate("hold")
             log("ends")
         threads = [threading.Thread(target=target) for _ in range(workers)]
         for thread in threads:
             attempt("start", thread.start())
             log("alive", thread.is_alive())
         log("all are started")
         join_all(threads)
       )"));
       EXPECT_THAT(trace.outcomes("start"), Each(ValueIs(Value())));
       EXPECT_THAT(trace.logs("alive"), Each(Value(true)));
       EXPECT_EQ(trace.order({"all are started", "ends"}).front(), "all are started");
     })},

    {"threading.thread.start-runs-once", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 8);
       const Trace trace = trial.run(with_threads(R"(
         def target(number):
             log("ran", number)
         threads = [started(target, number) for number in range(workers)]
         join_all(threads)
         join_all(threads)
       )"));
       EXPECT_THAT(trace.logs("ran"), UnorderedElementsAreArray(numbers_below(workers)));
     })},

    {"threading.thread.start-runs-target", example([](Trial& trial) {
       trial.open("constructed").after(logged("constructed")).settle(20ms);
       const Trace trace = trial.run(R"(
         def print_numbers():
             for i in range(5):
                 log("number", i)
         thread = threading.Thread(target=print_numbers)
         log("constructed")
         gate("constructed")
         log("starting")
         thread.start()
         thread.join()
         log("joined")
       )");
       EXPECT_EQ(trace.logs("number"), numbers_below(5));
       EXPECT_THAT(trace.order(), ElementsAre("constructed", "starting", "number", "number",
                                              "number", "number", "number", "joined"));
     })},

    {"threading.thread.start-twice", example([](Trial& trial) {
       trial.open("hold").after(ended("again", 2));
       const Trace trace = trial.run(R"(
         def target():
             log("ran")
             gate("hold")
         thread = threading.Thread(target=target)
         thread.start()
         attempt("again", thread.start())
         attempt("again", thread.start())
         thread.join()
         attempt("again", thread.start())
         log("alive", thread.is_alive())
       )");
       EXPECT_THAT(trace.outcomes("again"), AllOf(SizeIs(3), Each(Raised("RuntimeError"))));
       EXPECT_EQ(trace.count("ran"), 1u);
       EXPECT_THAT(trace.logs("alive"), ElementsAre(Value(false)));
     })},
};

}  // namespace
}  // namespace touchstone
