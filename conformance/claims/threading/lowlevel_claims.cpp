// The low-level module, and what the high-level one is and is not.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// An error stream that tells of the first thing that is written to it.
constexpr std::string_view kSink = R"(
class Sink:
    def __init__(self):
        self.told = _thread.allocate_lock()
        self.told.acquire()
    def write(self, text):
        if self.told.locked():
            log("told")
            self.told.release()
        return len(text)
    def flush(self):
        pass
)";

const Checks threading_lowlevel_checks{
    {"threading.lowlevel.example-order",
     property([](Trial& trial) {
       const auto first = trial.pick("first", 0, 1);
       const std::string one = std::to_string(first);
       const std::string other = std::to_string(1 - first);
       trial.open("start " + one);
       trial.open("start " + other).after(logged("started"));
       trial.open("end " + other).after(logged("started", 2));
       trial.open("end " + one).after(logged("ended"));
       trial.open("main").after(logged("ended", 2));
       const Trace trace = trial.run(R"(
         def task(number):
             gate(f"start {number}")
             log("started", number)
             gate(f"end {number}")
             log("ended", number)
         _thread.start_new_thread(task, (0,))
         _thread.start_new_thread(task, (1,))
         gate("main")
         log("main")
       )");
       EXPECT_THAT(trace.order(), ElementsAre("started", "started", "ended", "ended", "main"));
       EXPECT_THAT(trace.logs("started"), ElementsAre(Value(first), Value(1 - first)));
       EXPECT_THAT(trace.logs("ended"), ElementsAre(Value(1 - first), Value(first)));
     }).times(6)},

    {"threading.lowlevel.exception-contained",
     example([](Trial& trial) {
       const Trace trace = trial.run(std::string(kSink) + scenario::dedent(R"(
         def fail():
             raise ValueError("of the worker")
         def child():
             sys.stderr = Sink()
             _thread.start_new_thread(fail, ())
             sys.stderr.told.acquire()
             log("main goes on")
         def main():
             log("status", program(child).status)
       )"));
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
       EXPECT_EQ(trace.count("main goes on"), 1u);
     }).needs("process.program"),
     adversary([](Trial& trial) {
       trial.open("told").after(logged("told"));
       const Trace trace = trial.run(std::string(kSink) + scenario::dedent(R"(
         sys.stderr = Sink()
         def fail():
             raise ValueError("of the worker")
         _thread.start_new_thread(fail, ())
         gate("told")
         log("main goes on")
       )"));
       EXPECT_EQ(trace.count("main goes on"), 1u);
     })},

    {"threading.lowlevel.lacks-high-level", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for name in ["start_new_thread", "get_ident", "allocate_lock"]:
             log("has", hasattr(_thread, name))
         for name in ["join", "Thread", "Condition", "Event", "Semaphore", "Timer", "Barrier"]:
             log("lacks", hasattr(_thread, name))
       )");
       EXPECT_THAT(trace.logs("has"), Each(Value(true)));
       EXPECT_THAT(trace.logs("lacks"), Each(Value(false)));
     })},

    {"threading.lowlevel.main-exit-kills",
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 3);
       const Trace trace = trial.run(R"(
         def linger(ready):
             log("worker starts")
             ready.release()
             blocked = _thread.allocate_lock()
             blocked.acquire()
             blocked.acquire()
             log("worker ends")
         def child():
             for _ in range(workers):
                 ready = _thread.allocate_lock()
                 ready.acquire()
                 _thread.start_new_thread(linger, (ready,))
                 ready.acquire()
             log("main ends")
         def main():
             log("status", program(child).status)
       )");
       std::vector<std::string> order(static_cast<std::size_t>(workers), "worker starts");
       order.insert(order.end(), {"main ends", "status"});
       EXPECT_EQ(trace.order(), order);
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     }).times(3)},

    {"threading.lowlevel.start-args-tuple",
     property([](Trial& trial) {
       const Values values = trial.pick("values", rc::gen::container<Values>(arbitrary::datum()));
       trial.open("ended").after(logged("ran")).settle(20ms);
       const Trace trace = trial.run(R"(
         def task(*arguments):
             log("ran", *arguments)
         attempt("bad", _thread.start_new_thread(task, list(values)))
         attempt("bad", _thread.start_new_thread(5, ()))
         attempt("bad", _thread.start_new_thread(task, None))
         _thread.start_new_thread(task, tuple(values))
         gate("ended")
       )");
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(3), Each(Raised("TypeError"))));
       EXPECT_THAT(trace.log_rows("ran"), ElementsAre(Value(Tuple{values})));
     }).times(10)},

    {"threading.lowlevel.start-returns-ident", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 5);
       trial.open("hold").after(logged("returned", workers), logged("own", workers));
       trial.open("main").after(logged("ended", workers));
       const Trace trace = trial.run(R"(
         def task(number):
             log("own", number, _thread.get_ident(), threading.get_ident())
             gate("hold")
             log("ended")
         for number in range(workers):
             ident = _thread.start_new_thread(task, (number,))
             log("returned", number, ident, ident)
         log("kind", kind(ident))
         gate("main")
       )");
       EXPECT_THAT(trace.log_rows("own"), UnorderedElementsAreArray(trace.log_rows("returned")));
       EXPECT_THAT(trace.logs("kind"), ElementsAre(Value("int")));
       Values idents;
       for (const Value& row : trace.log_rows("own"))
         idents.push_back(row.get_if<Tuple>()->items.at(1));
       for (const Value& ident : idents) EXPECT_EQ(std::ranges::count(idents, ident), 1);
     })},

    {"threading.module.lock-is-low-level", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         def use(label, lock):
             attempt(label, lock.release())
             attempt(label, lock.acquire(False))
             attempt(label, lock.acquire(True, 0.01))
             attempt(label, lock.acquire(False, 1))
             attempt(label, lock.acquire(True, -2))
             attempt(label, lock.locked())
             elsewhere(lambda: attempt(label, lock.release()))
             attempt(label, lock.locked())
             elsewhere(lambda: attempt(label, lock.acquire(True, 0.01)))
             attempt(label, lock.release())
         use("high", threading.Lock())
         use("low", _thread.allocate_lock())
       )"));
       const auto expected =
           ElementsAre(Raised("RuntimeError"), ValueIs(true), ValueIs(false), Raised("ValueError"),
                       Raised("ValueError"), ValueIs(true), ValueIs(Value()), ValueIs(false),
                       ValueIs(true), ValueIs(Value()));
       EXPECT_THAT(trace.outcomes("low"), expected);
       EXPECT_THAT(trace.outcomes("high"), expected);
     })},

    {"threading.module.no-containers", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         for name in ["Queue", "SimpleQueue", "PriorityQueue", "LifoQueue", "deque", "List"]:
             log("lacks", hasattr(threading, name))
         attempt("looked up", threading.Queue)
         line = queue.Queue()
         join_all([started(line.put, number) for number in range(5)])
         log("got", sorted([line.get(False) for _ in range(5)]))
       )"));
       EXPECT_THAT(trace.logs("lacks"), Each(Value(false)));
       EXPECT_THAT(trace.outcome("looked up"), Raised("AttributeError"));
       EXPECT_THAT(trace.logs("got"), ElementsAre(Value(List{numbers_below(5)})));
     })},

    {"threading.module.no-pool", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for name in ["ThreadPoolExecutor", "ThreadPool", "Pool", "Executor"]:
             log("lacks", hasattr(threading, name))
         attempt("looked up", threading.ThreadPoolExecutor)
         with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
             log("ran", pool.submit(lambda n: 2 * n, 21).result())
       )");
       EXPECT_THAT(trace.logs("lacks"), Each(Value(false)));
       EXPECT_THAT(trace.outcome("looked up"), Raised("AttributeError"));
       EXPECT_THAT(trace.logs("ran"), ElementsAre(Value(42)));
     })},
};

}  // namespace
}  // namespace touchstone
