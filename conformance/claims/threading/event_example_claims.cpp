// The documents' two programs around an event.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

const Checks threading_event_example_checks{
    {"threading.event.example-input-eof", example([](Trial& trial) {
       trial.open("after the input").after(ended("input"));
       const Trace trace = trial.run(R"(
         def wait(event):
             gate("after the input")
             record("wait", event.wait(0.01))
         def ask():
             event = threading.Event()
             threading.Thread(target=wait, args=(event,)).start()
             record("input", input())
             event.set()
         def main():
             ended = program(ask, stdin="")
             log("status", ended.status)
             log("told", b"EOFError" in ended.stderr)
       )");
       EXPECT_THAT(trace.outcome("input"), Raised("EOFError"));
       EXPECT_EQ(trace.value("wait"), false);
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(1)));
       EXPECT_THAT(trace.logs("told"), ElementsAre(Value(true)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def wait(event):
             record("wait", event.wait())
         def ask():
             event = threading.Event()
             threading.Thread(target=wait, args=(event,)).start()
             record("input", input())
             event.set()
         def main():
             log("status", program(ask, stdin="\n").status)
       )");
       EXPECT_EQ(trace.value("input"), "");
       EXPECT_EQ(trace.value("wait"), true);
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
     })},

    {"threading.event.example-order",
     property([](Trial& trial) {
       const bool worker_first = trial.pick("worker_first", rc::gen::arbitrary<bool>());
       if (worker_first) {
         trial.open("worker");
         trial.open("controller").after(logged("waiting")).settle(20ms);
       } else {
         trial.open("controller");
         trial.open("worker").after(logged("announced"));
       }
       trial.open("set").after(logged("announced"), logged("waiting")).settle(10ms);
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         def worker():
             gate("worker")
             log("waiting")
             event.wait()
             log("resumed")
         def controller():
             gate("controller")
             log("announced")
             gate("set")
             event.set()
         join_all([started(worker), started(controller)])
       )"));
       const std::string first = worker_first ? "waiting" : "announced";
       const std::string second = worker_first ? "announced" : "waiting";
       EXPECT_THAT(trace.order(), ElementsAre(first, second, "resumed"));
     }).times(10)},
};

}  // namespace
}  // namespace touchstone
