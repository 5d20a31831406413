// The count of a semaphore: what changes it, what does not, what is refused.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// How many permits there are, found by taking them all.
constexpr std::string_view kCount = R"(
def count_permits(semaphore):
    permits = 0
    while permits < 50 and semaphore.acquire(False):
        permits += 1
    return permits
)";

std::string counting(std::string_view text) { return std::string(kCount) + scenario::dedent(text); }

const Checks threading_semaphore_count_checks{
    {"threading.semaphore.bad-timeout",
     property([](Trial& trial) {
       const auto permits = trial.pick("permits", 0, 3);
       trial.pick_one("patience", {0, 1, 0.5});
       const Trace trace = trial.run(counting(R"(
         for semaphore in [threading.Semaphore(permits), threading.BoundedSemaphore(permits)]:
             attempt("bad", semaphore.acquire(False, patience))
             attempt("bad", semaphore.acquire(blocking=False, timeout=patience))
             record("permits", count_permits(semaphore))
       )"));
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(4), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.values("permits"), ElementsAre(Value(permits), Value(permits)));
     }).times(10)},

    {"threading.semaphore.bounded-over-release", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 0, 4);
       const auto taken = trial.pick("taken", 0, permits);
       const Trace trace = trial.run(counting(R"(
         semaphore = threading.BoundedSemaphore(permits)
         for _ in range(taken):
             semaphore.acquire()
         attempt("too many", semaphore.release(taken + 1))
         for _ in range(taken):
             attempt("release", semaphore.release())
         attempt("too many", semaphore.release())
         record("permits", count_permits(semaphore))
       )"));
       EXPECT_THAT(trace.outcomes("too many"), AllOf(SizeIs(2), Each(Raised("ValueError"))));
       if (taken > 0) {
         EXPECT_THAT(trace.outcomes("release"), Each(ValueIs(Value())));
       }
       EXPECT_EQ(trace.value("permits"), permits);
     })},

    {"threading.semaphore.initial-negative",
     property([](Trial& trial) {
       trial.pick("debt", 1, 100);
       const Trace trace = trial.run(R"(
         attempt("negative", threading.Semaphore(-debt))
         attempt("negative", threading.BoundedSemaphore(-debt))
         attempt("zero", threading.Semaphore(0).acquire(False))
         attempt("zero", threading.BoundedSemaphore(0).acquire(False))
       )");
       EXPECT_THAT(trace.outcomes("negative"), AllOf(SizeIs(2), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.outcomes("zero"), ElementsAre(ValueIs(false), ValueIs(false)));
     }).times(10)},

    {"threading.semaphore.release-below-one", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 0, 3);
       trial.pick("number", -3, 0);
       const Trace trace = trial.run(counting(R"(
         for semaphore in [threading.Semaphore(permits), threading.BoundedSemaphore(permits)]:
             attempt("bad", semaphore.release(number))
             record("permits", count_permits(semaphore))
       )"));
       EXPECT_THAT(trace.outcomes("bad"), AllOf(SizeIs(2), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.values("permits"), ElementsAre(Value(permits), Value(permits)));
     })},

    {"threading.semaphore.release-raises-limit", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 0, 4);
       const auto surplus = trial.pick("surplus", 1, 5);
       const Trace trace = trial.run(counting(R"(
         semaphore = threading.Semaphore(permits)
         for _ in range(surplus):
             attempt("release", semaphore.release())
         record("permits", count_permits(semaphore))
       )"));
       EXPECT_THAT(trace.outcomes("release"), Each(ValueIs(Value())));
       EXPECT_EQ(trace.value("permits"), permits + surplus);
     })},

    {"threading.semaphore.try-acquire", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         semaphore = threading.Semaphore(0)
         record("refused", semaphore.acquire(False))
         record("refused", semaphore.acquire(timeout=0))
         record("refused", semaphore.acquire(True, 0.01))
         semaphore.release()
         record("then", semaphore.acquire(False))
         record("then", semaphore.acquire(False))
       )");
       EXPECT_THAT(trace.values("refused"), AllOf(SizeIs(3), Each(Value(false))));
       EXPECT_THAT(trace.values("then"), ElementsAre(Value(true), Value(false)));
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       const auto permits = trial.pick("permits", 1, 3);
       trial.open("later").after(logged("released")).settle(20ms);
       const Trace trace = trial.run(with_threads(counting(R"(
         semaphore = threading.Semaphore(0)
         for _ in range(waiters):
             elsewhere(lambda: record("expired", semaphore.acquire(timeout=0.01)))
         semaphore.release(permits)
         log("released")
         gate("later")
         record("permits", count_permits(semaphore))
       )")));
       EXPECT_THAT(trace.values("expired"),
                   AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(Value(false))));
       EXPECT_EQ(trace.value("permits"), permits);
     }),
     adversary([](Trial& trial) {
       trial.pick_one("patience", {3600, 3600.5});
       trial.open("waits").after(begun("acquire"), blocked("acquire")).settle(20ms);
       trial.open("woken").after(logged("overtaken")).settle(20ms);
       // Another thread may be quicker than the one that the release woke.
       const Trace trace = trial.run(with_threads(R"(
         semaphore = threading.Semaphore(0)
         waiter = started(lambda: record("acquire", semaphore.acquire(timeout=patience)))
         gate("waits")
         semaphore.release()
         overtakes = semaphore.acquire(False)
         log("overtaken")
         gate("woken")
         if overtakes:
             semaphore.release()
         waiter.join()
       )"));
       EXPECT_EQ(trace.value("acquire"), true);
     }).times(4)},

    {"threading.semaphore.with-releases-on-error", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 1, 3);
       const auto failures = trial.pick("failures", 1, permits);
       const Trace trace = trial.run(counting(R"(
         def fail(semaphore, error):
             try:
                 with semaphore:
                     raise error
             except BaseException as caught:
                 log("the same", caught is error)
         for error in [ValueError(1), KeyboardInterrupt(), SystemExit(), GeneratorExit()]:
             semaphore = threading.Semaphore(permits)
             for _ in range(failures):
                 fail(semaphore, error)
             record("permits", count_permits(semaphore))
       )"));
       EXPECT_THAT(trace.logs("the same"),
                   AllOf(SizeIs(static_cast<std::size_t>(4 * failures)), Each(Value(true))));
       EXPECT_THAT(trace.values("permits"), AllOf(SizeIs(4), Each(Value(permits))));
     })},
};

}  // namespace
}  // namespace touchstone
