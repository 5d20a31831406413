// What a lock is for: sections that exclude each other, counters that lose nothing, and what
// happens without one.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// The first thread inside stops between reading and writing until all others want to enter.
constexpr std::string_view kGatedCounter = R"(
  lock = threading.Lock()
  counter = 0
  def increment():
      global counter
      log("begins")
      for _ in range(additions):
          with lock:
              before = counter
              if before == 0:
                  gate("inside")
              counter = before + 1
  join_all([started(increment) for _ in range(workers)])
  log("counter", counter)
)";

void expect_exact_counter(Trial& trial, std::int64_t workers, std::int64_t additions) {
  trial.open("inside").after(logged("begins", workers)).settle(20ms);
  const Trace trace = trial.run(with_threads(kGatedCounter));
  EXPECT_THAT(trace.logs("counter"), ElementsAre(Value(workers * additions)));
}

/// A thread reads, others read and write, the thread writes.
constexpr std::string_view kForcedLoss = R"(
  shared = 0
  def slow():
      global shared
      seen = shared
      gate("between")
      shared = seen + 1
  def fast():
      global shared
      gate("slow has read")
      for _ in range(others):
          seen = shared
          shared = seen + 1
      log("fast is done")
  join_all([started(slow), started(fast)])
  log("kept", shared)
)";

constexpr std::string_view kForcedLossUnderALock = R"(
  lock = threading.Lock()
  shared = 0
  def slow():
      global shared
      with lock:
          seen = shared
          gate("between")
          shared = seen + 1
  def fast():
      global shared
      gate("slow has read")
      log("fast begins")
      for _ in range(others):
          with lock:
              seen = shared
              shared = seen + 1
  join_all([started(slow), started(fast)])
  log("kept", shared)
)";

const Checks threading_lock_exclusion_checks{
    {"threading.lock.counter-100", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         counter = 0
         def increment():
             global counter
             with lock:
                 counter += 1
         join_all([started(increment) for _ in range(100)])
         log("counter", counter)
       )"));
       EXPECT_THAT(trace.logs("counter"), ElementsAre(Value(100)));
     }),
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 20);
       trial.bind("additions", 1);
       expect_exact_counter(trial, workers, 1);
     }).times(10)},

    {"threading.lock.counter-200000", example([](Trial& trial) {
       // A lock that hands over at each release takes its time: silence would count as a hang.
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         counter = 0
         def increment():
             global counter
             for number in range(100000):
                 if number % 1000 == 0:
                     log("goes on")
                 with lock:
                     counter += 1
         join_all([started(increment) for _ in range(2)])
         log("counter", counter)
       )"));
       EXPECT_THAT(trace.logs("counter"), ElementsAre(Value(200000)));
     }),
     property([](Trial& trial) {
       trial.bind("workers", 2);
       const auto additions = trial.pick("additions", 1, 200);
       expect_exact_counter(trial, 2, additions);
     }).times(10)},

    {"threading.lock.counter-exact", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       const auto additions = trial.pick("additions", 1, 5);
       trial.open("inside").after(logged("begins", workers)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         total = 0
         def add():
             global total
             log("begins")
             for _ in range(additions):
                 with lock:
                     seen = total
                     log("read", seen)
                     if seen == 0:
                         gate("inside")
                     total = seen + 1
                     log("written", total)
         join_all([started(add) for _ in range(workers)])
         log("total", total)
       )"));
       Values chain;
       for (std::int64_t i = 0; i < workers * additions; ++i) {
         chain.emplace_back(Tuple{{i}});
         chain.emplace_back(Tuple{{i + 1}});
       }
       EXPECT_EQ(trace.log_rows("read", "written"), chain);
       EXPECT_THAT(trace.logs("total"), ElementsAre(Value(workers * additions)));
     })},

    {"threading.lock.mutual-exclusion", property([](Trial& trial) {
       const auto pairs = trial.pick("pairs", 1, 2);
       const auto entries = trial.pick("entries", 1, 3);
       trial.open("others try").after(logged("tries", 2 * pairs)).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         def by_block():
             log("tries")
             for _ in range(entries):
                 with lock:
                     log("enter")
                     time.sleep(0)
                     log("leave")
         def by_calls():
             log("tries")
             for _ in range(entries):
                 lock.acquire()
                 log("enter")
                 time.sleep(0)
                 log("leave")
                 lock.release()
         with lock:
             log("enter")
             threads = [started(section) for section in [by_block, by_calls] * pairs]
             gate("others try")
             log("leave")
         join_all(threads)
       )"));
       EXPECT_EQ(most_inside(trace, "enter", "leave"), 1);
       EXPECT_EQ(trace.count("enter"), static_cast<std::size_t>(1 + 2 * pairs * entries));
     })},

    {"threading.lock.unguarded-add", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         total = 0
         exact = 0
         def add():
             global total
             for _ in range(20000):
                 total += 1
         def add_under_a_lock():
             global exact
             for _ in range(1000):
                 with lock:
                     exact += 1
         join_all([started(add) for _ in range(4)])
         join_all([started(add_under_a_lock) for _ in range(4)])
         log("total", total)
         log("between", 2 <= total <= 80000)
         log("exact", exact)
       )"));
       trial.report("kept of 80000", trace.logs("total").front());
       EXPECT_THAT(trace.logs("between"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.logs("exact"), ElementsAre(Value(4000)));
     })},

    {"threading.lock.unguarded-rmw", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         total = 0
         def add():
             global total
             for _ in range(50):
                 seen = total
                 time.sleep(0)
                 total = seen + 1
         join_all([started(add) for _ in range(4)])
         log("total", total)
         log("between", 2 <= total <= 200)
       )"));
       trial.report("kept of 200", trace.logs("total").front());
       EXPECT_THAT(trace.logs("between"), ElementsAre(Value(true)));
     }),
     property([](Trial& trial) {
       trial.pick("others", 1, 5);
       trial.open("slow has read").after(reached("between"));
       trial.open("between").after(logged("fast is done"));
       const Trace trace = trial.run(with_threads(kForcedLoss));
       EXPECT_THAT(trace.logs("kept"), ElementsAre(Value(1)));
     }),
     adversary([](Trial& trial) {
       const auto others = trial.pick("others", 1, 5);
       trial.open("slow has read").after(reached("between"));
       trial.open("between").after(logged("fast begins")).settle(20ms);
       const Trace trace = trial.run(with_threads(kForcedLossUnderALock));
       EXPECT_THAT(trace.logs("kept"), ElementsAre(Value(others + 1)));
     })},
};

}  // namespace
}  // namespace touchstone
