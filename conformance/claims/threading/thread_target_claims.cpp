// What a thread is given to run: targets, arguments, and run called by hand.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// Where the call itself fails it does so with one of these.
testing::Matcher<const Outcome&> Refused() {
  return AnyOf(Raised("AttributeError"), Raised("RuntimeError"), Raised("TypeError"));
}

/// Notes what ends a thread.
constexpr std::string_view kHook = R"(
def note(told):
    log("hook", told.exc_value)
threading.excepthook = note
)";

std::string with_hook(std::string_view text) { return std::string(kHook) + with_threads(text); }

const Checks threading_thread_target_checks{
    {"threading.thread.args", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def task(name):
             log("run", f"线程-{name} 执行任务")
         thread = threading.Thread(target=task, args=("张三",))
         thread.start()
         thread.join()
       )");
       EXPECT_THAT(trace.logs("run"), ElementsAre(Value("线程-张三 执行任务")));
     }),
     property([](Trial& trial) {
       const Values values = trial.pick("values", rc::gen::container<Values>(arbitrary::datum()));
       const Trace trace = trial.run(R"(
         def task(*arguments):
             log("arguments", *arguments)
         for given in [tuple(values), values]:
             thread = threading.Thread(target=task, args=given)
             thread.start()
             thread.join()
       )");
       EXPECT_THAT(trace.log_rows("arguments"), AllOf(SizeIs(2), Each(Value(Tuple{values}))));
     })},

    {"threading.thread.args-string-spread", property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::word());
       const Trace trace = trial.run(R"(
         def task(*arguments):
             log("arguments", *arguments)
         thread = threading.Thread(target=task, args=(text))
         thread.start()
         thread.join()
       )");
       Values letters;
       for (const char32_t letter : text.points) letters.emplace_back(Text{{letter}});
       EXPECT_THAT(trace.log_rows("arguments"), ElementsAre(Value(Tuple{letters})));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_hook(R"(
         def task(name):
             log("called", name)
         thread = threading.Thread(target=task, args=("word"))
         attempt("start", thread.start())
         attempt("join", thread.join())
       )"));
       EXPECT_THAT(trace.outcome("start"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("join"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("hook"), ElementsAre(Raised("TypeError")));
       EXPECT_TRUE(trace.absent("called"));
     }).needs("threading.excepthook")},

    {"threading.thread.bad-target",
     property([](Trial& trial) {
       trial.pick_one("bad", {5, "text", 0.5, Tuple{{1, 2}}});
       const Trace trace = trial.run(with_hook(R"(
         def task(*arguments):
             log("called")
         for thread in [threading.Thread(target=bad), threading.Thread(target=task, args=5)]:
             attempt("start", thread.start())
             attempt("join", thread.join())
       )"));
       EXPECT_THAT(trace.outcomes("start"), AllOf(SizeIs(2), Each(ValueIs(Value()))));
       EXPECT_THAT(trace.outcomes("join"), AllOf(SizeIs(2), Each(ValueIs(Value()))));
       EXPECT_THAT(trace.logs("hook"), AllOf(SizeIs(2), Each(Raised("TypeError"))));
       EXPECT_TRUE(trace.absent("called"));
     }).times(8)},

    {"threading.thread.method-and-kwargs", property([](Trial& trial) {
       const Values values = trial.pick("values", rc::gen::container<Values>(arbitrary::datum()));
       const Value alpha = trial.pick("alpha", arbitrary::datum());
       const Value beta = trial.pick("beta", arbitrary::datum());
       const Trace trace = trial.run(with_threads(R"(
         class Box:
             def __init__(self):
                 self.kept = "nothing"
             def keep(self, *arguments, alpha=None, **others):
                 self.kept = [list(arguments), alpha, others]
         def task(*arguments, beta=None, **others):
             log("function", [list(arguments), beta, others])
         box = Box()
         other = Box()
         names = {"alpha": alpha, "beta": beta}
         threads = [threading.Thread(target=box.keep, args=values, kwargs=names)]
         threads.append(threading.Thread(target=task, args=values, kwargs=names))
         for thread in threads:
             thread.start()
         join_all(threads)
         log("method", box.kept)
         log("other instance", other.kept)
       )"));
       const Value method(List{{List{values}, alpha, Dict{{{"beta", beta}}}}});
       const Value function(List{{List{values}, beta, Dict{{{"alpha", alpha}}}}});
       EXPECT_THAT(trace.logs("method"), ElementsAre(method));
       EXPECT_THAT(trace.logs("function"), ElementsAre(function));
       EXPECT_THAT(trace.logs("other instance"), ElementsAre(Value("nothing")));
     })},

    {"threading.thread.no-target", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         thread = threading.Thread()
         attempt("start", thread.start())
         attempt("join", thread.join())
         log("alive", thread.is_alive())
       )");
       EXPECT_THAT(trace.outcome("start"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("join"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("alive"), ElementsAre(Value(false)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_hook(R"(
         for thread in [threading.Thread(), threading.Thread(target=None, args=(1, 2))]:
             thread.start()
             thread.join()
         log("joined")
       )"));
       EXPECT_EQ(trace.count("joined"), 1u);
       EXPECT_TRUE(trace.absent("hook"));
     }).needs("threading.excepthook")},

    {"threading.thread.run-consumes-target", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         by_hand = threading.Thread(target=lambda: log("ran"))
         attempt("first", by_hand.run())
         attempt("again", by_hand.run())
         ended = started(lambda: log("ran"))
         ended.join()
         attempt("again", ended.run())
         def fail():
             log("ran")
             raise ValueError("of the target")
         failed = threading.Thread(target=fail)
         attempt("failed", failed.run())
         attempt("again", failed.run())
       )"));
       EXPECT_THAT(trace.outcome("first"), ValueIs(Value()));
       EXPECT_THAT(trace.outcome("failed"), Raised("ValueError"));
       EXPECT_THAT(trace.outcomes("again"), AllOf(SizeIs(3), Each(Refused())));
       EXPECT_EQ(trace.count("ran"), 3u);
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_hook(R"(
         thread = threading.Thread(target=lambda: log("ran"))
         thread.run()
         attempt("start", thread.start())
         thread.join()
       )"));
       EXPECT_THAT(trace.outcome("start"), ValueIs(Value()));
       EXPECT_EQ(trace.logs("hook").size(), 1u);
       EXPECT_EQ(trace.count("ran"), 1u);
     }).needs("threading.excepthook")},

    {"threading.thread.run-direct", example([](Trial& trial) {
       trial.open("later").after(ended("run")).settle(20ms);
       const Trace trace = trial.run(R"(
         def target():
             log("inside", threading.get_ident() == caller, threading.current_thread() is me)
         caller = threading.get_ident()
         me = threading.current_thread()
         thread = threading.Thread(target=target)
         record("run", thread.run())
         log("after", thread.is_alive())
         gate("later")
         log("later", thread.is_alive())
       )");
       EXPECT_THAT(trace.log_rows("inside"), ElementsAre(Value(Tuple{{true, true}})));
       EXPECT_THAT(trace.log_rows("after", "later"), Each(Value(Tuple{{false}})));
       EXPECT_THAT(trace.order(), ElementsAre("inside", "after", "later"));
     })},

    {"threading.thread.run-direct-not-started", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Counting(threading.Thread):
             def run(self):
                 log("here", threading.get_ident() == caller)
         caller = threading.get_ident()
         thread = Counting()
         thread.run()
         attempt("join", thread.join())
         log("alive", thread.is_alive())
         attempt("start", thread.start())
         attempt("join", thread.join())
       )");
       EXPECT_THAT(trace.logs("here"), ElementsAre(Value(true), Value(false)));
       EXPECT_THAT(trace.outcomes("join"), ElementsAre(Raised("RuntimeError"), ValueIs(Value())));
       EXPECT_THAT(trace.logs("alive"), ElementsAre(Value(false)));
       EXPECT_THAT(trace.outcome("start"), ValueIs(Value()));
     })},
};

}  // namespace
}  // namespace touchstone
