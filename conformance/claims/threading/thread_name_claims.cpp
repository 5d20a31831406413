// Names of threads, and threads by subclassing.
#include <regex>

#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// The number in a name of the form Thread-N, with or without the target's name; -1 of any other.
int number_in(const Value& name) {
  static const std::regex form("Thread-([0-9]+)( \\(.*\\))?");
  const auto* text = name.get_if<Text>();
  if (text == nullptr) return -1;
  const std::string plain(text->points.begin(), text->points.end());
  std::smatch found;
  return std::regex_match(plain, found, form) ? std::stoi(found[1]) : -1;
}

const Checks threading_thread_name_checks{
    {"threading.thread.name-default", property([](Trial& trial) {
       trial.pick("count", 2, 6);
       const Trace trace = trial.run(R"(
         def target():
             pass
         kept = []
         for number in range(count):
             thread = threading.Thread(target=target) if number % 2 else threading.Thread()
             log("name", thread.name)
             if number % 3:
                 thread.start()
                 thread.join()
             else:
                 kept.append(thread)
       )");
       int latest = -1;
       for (const Value& name : trace.logs("name")) {
         EXPECT_GT(number_in(name), latest) << repr(name);
         latest = number_in(name);
       }
     })},

    {"threading.thread.name-settable", property([](Trial& trial) {
       const Value given = trial.pick("given", arbitrary::non_empty_text());
       const Value before = trial.pick("before", arbitrary::text());
       const Value during = trial.pick("during", arbitrary::text());
       const Value after = trial.pick("after", arbitrary::text());
       trial.open("hold").after(logged("name", 4));
       const Trace trace = trial.run(R"(
         def target():
             gate("hold")
             log("own", threading.current_thread().name)
         thread = threading.Thread(target=target, name=given)
         log("name", thread.name)
         thread.name = before
         log("name", thread.name)
         thread.start()
         log("name", thread.name)
         thread.name = during
         log("name", thread.name)
         thread.join()
         thread.name = after
         log("name", thread.name)
       )");
       EXPECT_EQ(trace.logs("name"), (Values{given, before, before, during, after}));
       EXPECT_THAT(trace.logs("own"), ElementsAre(during));
     }),
     example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         twins = [threading.Thread(name="twin"), threading.Thread(name="twin")]
         for thread in twins:
             thread.start()
             thread.join()
             log("twin", thread.name)
         numbered = threading.Thread(name=5)
         log("number", numbered.name)
         numbered.name = 6
         log("number", numbered.name)
       )");
       EXPECT_THAT(trace.logs("twin"), ElementsAre(Value("twin"), Value("twin")));
       EXPECT_THAT(trace.logs("number"), ElementsAre(Value("5"), Value("6")));
     })},

    {"threading.subclass.base-init-required", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Unfinished(threading.Thread):
             def __init__(self):
                 self.state = "set"
             def run(self):
                 log("ran")
         thread = Unfinished()
         attempt("refused", thread.start())
         attempt("refused", thread.join())
       )");
       EXPECT_THAT(trace.outcomes("refused"), AllOf(SizeIs(2), Each(Raised("RuntimeError"))));
       EXPECT_TRUE(trace.absent("ran"));
     })},

    {"threading.subclass.name-before-base-init", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Early(threading.Thread):
             def __init__(self, name):
                 self.name = name
                 super().__init__()
         class Late(threading.Thread):
             def __init__(self, name):
                 super().__init__()
                 self.name = name
             def run(self):
                 log("name", self.name)
         attempt("early", Early("t1"))
         late = Late("t1")
         late.start()
         late.join()
       )");
       // Which error it is depends on what the implementation meets first.
       EXPECT_THAT(trace.outcome("early"), AnyOf(Raised("AssertionError"), Raised("RuntimeError"),
                                                 Raised("AttributeError")));
       EXPECT_THAT(trace.logs("name"), ElementsAre(Value("t1")));
     })},

    {"threading.subclass.run-override", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class MyThread(threading.Thread):
             def __init__(self, name):
                 super().__init__()
                 self.name = name
             def run(self):
                 for i in range(5):
                     log("number", i)
                 log("self", self.name, threading.current_thread() is self)
                 log("in the caller", threading.get_ident() == caller)
         caller = threading.get_ident()
         thread = MyThread("t1")
         thread.start()
         thread.join()
         log("joined")
       )");
       EXPECT_EQ(trace.logs("number"), numbers_below(5));
       EXPECT_THAT(trace.log_rows("self"), ElementsAre(Value(Tuple{{"t1", true}})));
       EXPECT_THAT(trace.logs("in the caller"), ElementsAre(Value(false)));
       EXPECT_EQ(trace.order().back(), "joined");
     })},

    {"threading.subclass.run-override-drops-target", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def target(*arguments):
             log("target")
         class Own(threading.Thread):
             def run(self):
                 log("override")
         for thread in [Own(target=target), Own(target=target, args=(1,))]:
             thread.start()
             thread.join()
       )");
       EXPECT_THAT(trace.order(), ElementsAre("override", "override"));
     })},

    {"threading.subclass.state-per-instance",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 2, 4);
       trial.open("all set").after(reached("all set", count));
       const Trace trace = trial.run(R"(
         class Worker(threading.Thread):
             def __init__(self, number):
                 super().__init__()
                 self.number = number
             def run(self):
                 self.doubled = 2 * self.number
                 gate("all set")
                 log("state", self.number, self.doubled)
         workers = [Worker(number) for number in range(count)]
         for worker in workers:
             worker.start()
         for worker in workers:
             worker.join()
         log("after", [worker.doubled for worker in workers])
       )");
       Values states;
       Values doubled;
       for (std::int64_t number = 0; number < count; ++number) {
         states.emplace_back(Tuple{{number, 2 * number}});
         doubled.emplace_back(2 * number);
       }
       EXPECT_THAT(trace.log_rows("state"), UnorderedElementsAreArray(states));
       EXPECT_THAT(trace.logs("after"), ElementsAre(Value(List{doubled})));
     }).times(10)},
};

}  // namespace
}  // namespace touchstone
