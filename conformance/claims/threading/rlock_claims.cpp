// The lock that its owner may take again.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// `refused` times false, then true: what strangers find while the owner lets go.
Values free_at_last(std::int64_t refused) {
  Values found(static_cast<std::size_t>(refused), Value(false));
  found.emplace_back(true);
  return found;
}

/// Runs a function in a thread that has the name of every other one that came from here.
constexpr std::string_view kNamesakes = R"(
def as_namesake(run):
    thread = threading.Thread(target=run)
    with attempt("name"):
        thread.name = "namesake"
    thread.start()
    thread.join()
)";

std::string with_namesakes(std::string_view text) {
  return with_stranger(std::string(kNamesakes) + scenario::dedent(text));
}

const Checks threading_rlock_checks{
    {"threading.rlock.counted-release", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 6);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         for _ in range(depth):
             record("owner", lock.acquire(False))
         for _ in range(depth):
             ask_stranger("stranger", lock)
             lock.release()
         ask_stranger("stranger", lock)
       )"));
       EXPECT_THAT(trace.values("owner"), Each(Value(true)));
       EXPECT_EQ(trace.values("stranger"), free_at_last(depth));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_stranger(R"(
         for depth in [20, 300]:
             lock = threading.RLock()
             for _ in range(depth):
                 lock.acquire()
             for _ in range(depth - 1):
                 lock.release()
             ask_stranger("stranger", lock)
             lock.release()
             ask_stranger("stranger", lock)
       )"));
       EXPECT_THAT(trace.values("stranger"),
                   ElementsAre(Value(false), Value(true), Value(false), Value(true)));
     }),
     adversary([](Trial& trial) {
       // A block gives up its own level alone, whichever way it is left.
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         def fail(error):
             try:
                 with lock:
                     raise error
             except BaseException:
                 ask_stranger("stranger", lock)
         for error in [ValueError(), KeyboardInterrupt()]:
             with lock:
                 with lock:
                     pass
                 ask_stranger("stranger", lock)
                 fail(error)
             ask_stranger("stranger", lock)
       )"));
       EXPECT_EQ(trace.values("stranger"), (Values{false, false, true, false, false, true}));
     })},

    {"threading.rlock.example-nested", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.RLock()
         record("timed", lock.acquire(timeout=0.01))
         record("timed", lock.acquire(timeout=0.01))
         lock.release()
         lock.release()
         def task():
             with lock:
                 log("第一次获取锁")
                 with lock:
                     log("第二次获取锁")
         elsewhere(task)
       )"));
       EXPECT_THAT(trace.values("timed"), ElementsAre(Value(true), Value(true)));
       EXPECT_THAT(trace.order(), ElementsAre("第一次获取锁", "第二次获取锁"));
     }),
     property([](Trial& trial) {
       const auto ways = trial.pick("ways", arbitrary::small_integers(1, 8));
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         def descend(level):
             if level == len(ways):
                 return
             way = ways[level] % 3
             if way == 0:
                 record("taken", lock.acquire(False))
             elif way == 1:
                 record("taken", lock.acquire(timeout=0.01))
             else:
                 record("taken", lock.acquire())
             descend(level + 1)
             lock.release()
         descend(0)
         ask_stranger("after", lock)
       )"));
       EXPECT_THAT(trace.values("taken"), AllOf(SizeIs(ways.size()), Each(Value(true))));
       EXPECT_EQ(trace.value("after"), true);
     })},

    {"threading.rlock.example-recursion", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.RLock()
         def recurse(n):
             taken = lock.acquire(timeout=0.01)
             log("taken", taken)
             if taken:
                 if n > 0:
                     log("level", n)
                     recurse(n - 1)
                 lock.release()
         elsewhere(recurse, 5)
       )"));
       EXPECT_THAT(trace.logs("taken"), AllOf(SizeIs(6), Each(Value(true))));
       EXPECT_EQ(trace.logs("level"), (Values{5, 4, 3, 2, 1}));
     }),
     property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 40);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         def recurse(n):
             with lock:
                 if n > 0:
                     log("level", n)
                     recurse(n - 1)
         elsewhere(recurse, depth)
         ask_stranger("after", lock)
       )"));
       Values levels = numbers_below(depth + 1);
       std::ranges::reverse(levels);
       levels.pop_back();
       EXPECT_EQ(trace.logs("level"), levels);
       EXPECT_EQ(trace.value("after"), true);
     })},

    {"threading.rlock.excludes-others", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 3);
       trial.pick("depth", 1, 4);
       trial.open("others try").after(logged("tries", workers)).settle(20ms);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         def enter(level):
             with lock:
                 if level > 1:
                     enter(level - 1)
                 else:
                     log("enter")
                     time.sleep(0)
                     log("leave")
         def work():
             log("tries")
             enter(depth)
         def hold(level):
             with lock:
                 ask_stranger("stranger", lock)
                 if level > 1:
                     hold(level - 1)
                 else:
                     log("enter")
                     threads.extend([started(work) for _ in range(workers)])
                     gate("others try")
                     log("leave")
                 ask_stranger("stranger", lock)
         threads = []
         hold(depth)
         join_all(threads)
       )"));
       EXPECT_THAT(trace.values("stranger"), Each(Value(false)));
       EXPECT_EQ(most_inside(trace, "enter", "leave"), 1);
       EXPECT_EQ(trace.count("enter"), static_cast<std::size_t>(workers + 1));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_namesakes(R"(
         lock = threading.RLock()
         def hold():
             with lock:
                 as_namesake(lambda: record("namesake", is_free(lock)))
         as_namesake(hold)
         as_namesake(lambda: record("namesake", is_free(lock)))
       )"));
       EXPECT_THAT(trace.values("namesake"), ElementsAre(Value(false), Value(true)));
     }),
     adversary([](Trial& trial) {
       // However a thread took the lock before, it takes it anew.
       const Trace trace = trial.run(with_stranger(R"(
         def visit(lock, way):
             if way == "with":
                 with lock:
                     ask_stranger("inside", lock)
                 return
             if way == "plain":
                 lock.acquire()
             elif way == "try":
                 lock.acquire(False)
             else:
                 lock.acquire(timeout=3600)
             ask_stranger("inside", lock)
             lock.release()
         ways = ["plain", "try", "timed", "with"]
         for first in ways:
             for second in ways:
                 lock = threading.RLock()
                 visit(lock, first)
                 visit(lock, second)
                 ask_stranger("after", lock)
       )"));
       EXPECT_THAT(trace.values("inside"), AllOf(SizeIs(32), Each(Value(false))));
       EXPECT_THAT(trace.values("after"), AllOf(SizeIs(16), Each(Value(true))));
     })},

    {"threading.rlock.release-not-owner", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 5);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         def meddle():
             attempt("meddle", lock.release())
         for _ in range(depth):
             lock.acquire()
         for _ in range(depth):
             elsewhere(meddle)
             ask_stranger("stranger", lock)
             attempt("release", lock.release())
         ask_stranger("stranger", lock)
       )"));
       EXPECT_THAT(trace.outcomes("meddle"),
                   AllOf(SizeIs(static_cast<std::size_t>(depth)), Each(Raised("RuntimeError"))));
       EXPECT_THAT(trace.outcomes("release"), Each(ValueIs(Value())));
       EXPECT_EQ(trace.values("stranger"), free_at_last(depth));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_namesakes(R"(
         lock = threading.RLock()
         def hold():
             lock.acquire()
             as_namesake(lambda: attempt("meddle", lock.release()))
             ask_stranger("stranger", lock)
             attempt("release", lock.release())
         as_namesake(hold)
       )"));
       EXPECT_THAT(trace.outcome("meddle"), Raised("RuntimeError"));
       EXPECT_EQ(trace.value("stranger"), false);
       EXPECT_THAT(trace.outcome("release"), ValueIs(Value()));
     })},

    {"threading.rlock.release-surplus", property([](Trial& trial) {
       const auto depth = trial.pick("depth", 1, 4);
       const auto surplus = trial.pick("surplus", 1, 3);
       const Trace trace = trial.run(with_stranger(R"(
         lock = threading.RLock()
         def release_too_often():
             for _ in range(surplus):
                 attempt("surplus", lock.release())
         release_too_often()
         for _ in range(2):
             for _ in range(depth):
                 record("owner", lock.acquire(False))
             for _ in range(depth):
                 ask_stranger("stranger", lock)
                 lock.release()
             ask_stranger("stranger", lock)
             release_too_often()
       )"));
       EXPECT_THAT(trace.outcomes("surplus"), AllOf(SizeIs(static_cast<std::size_t>(3 * surplus)),
                                                    Each(Raised("RuntimeError"))));
       EXPECT_THAT(trace.values("owner"), Each(Value(true)));
       Values found = free_at_last(depth);
       std::ranges::copy(free_at_last(depth), std::back_inserter(found));
       EXPECT_EQ(trace.values("stranger"), found);
     })},
};

}  // namespace
}  // namespace touchstone
