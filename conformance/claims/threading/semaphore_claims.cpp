// Semaphores: how many may enter, and who is let in.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

/// So many wait, then so many permits are released at once: as many enter, and the rest of the
/// permits is left.
void releases(Trial& trial, std::int64_t waiters, std::int64_t count) {
  const auto admitted = std::min(waiters, count);
  GateRule& all_wait = trial.open("all wait");
  if (waiters > 0) all_wait.after(begun("acquire", waiters), blocked("acquire", waiters));
  GateRule& gate = trial.open("admitted").settle(20ms);
  if (admitted > 0) gate.after(logged("entered", admitted));
  if (waiters > admitted) gate.after(blocked("acquire", waiters - admitted));
  const Trace trace = trial.run(with_threads(R"(
    semaphore = threading.Semaphore(0)
    phase = 1
    def enter():
        record("acquire", semaphore.acquire())
        log("entered", phase)
    threads = [started(enter) for _ in range(waiters)]
    gate("all wait")
    semaphore.release(count)
    gate("admitted")
    phase = 2
    left = 0
    while left < 50 and semaphore.acquire(False):
        left += 1
    log("left", left)
    for _ in range(waiters - count):
        semaphore.release()
    join_all(threads)
  )"));
  const auto early =
      trace.absent("entered") ? 0 : std::ranges::count(trace.logs("entered"), Value(1));
  EXPECT_EQ(early, admitted);
  EXPECT_THAT(trace.logs("left"), ElementsAre(Value(count - admitted)));
}

const Checks threading_semaphore_checks{
    {"threading.semaphore.default-one", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for made in [threading.Semaphore(), threading.BoundedSemaphore()]:
             record("try", made.acquire(False))
             record("try", made.acquire(False))
       )");
       EXPECT_EQ(trace.values("try"), (Values{true, false, true, false}));
     })},

    {"threading.semaphore.example-order",
     property([](Trial& trial) {
       const auto first_out = trial.pick("first_out", 0, 1);
       // The two that hold the permits are known; one of them leaves first, the other one last.
       trial.open("second pair").after(reached("inside 0"), reached("inside 1"));
       trial.open("inside " + std::to_string(first_out)).after(logged("begins", 4)).settle(20ms);
       trial.open("inside 2").after(reached("inside 2"));
       trial.open("inside 3").after(reached("inside 3"));
       trial.open("inside " + std::to_string(1 - first_out)).after(logged("released", 3));
       const Trace trace = trial.run(with_threads(R"(
         semaphore = threading.Semaphore(2)
         def task(number):
             log("begins", number)
             with semaphore:
                 log("acquired", number)
                 gate(f"inside {number}")
                 log("released", number)
         threads = [started(task, number) for number in [0, 1]]
         gate("second pair")
         threads.extend([started(task, number) for number in [2, 3]])
         join_all(threads)
       )"));
       EXPECT_EQ(most_inside(trace, "acquired", "released"), 2);
       const auto order = trace.order({"acquired", "released"});
       EXPECT_THAT(std::vector(order.begin(), order.begin() + 2), Each(Eq("acquired")));
       EXPECT_THAT(trace.logs("acquired"), UnorderedElementsAreArray(numbers_below(4)));
       EXPECT_EQ(trace.logs("released").front(), Value(first_out));
       EXPECT_EQ(trace.logs("released").back(), Value(1 - first_out));
     }).times(10)},

    {"threading.semaphore.initial-zero", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       trial.open("release")
           .after(begun("acquire", waiters), blocked("acquire", waiters))
           .settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         semaphore = threading.Semaphore(0)
         record("try", semaphore.acquire(False))
         threads = [started(lambda: record("acquire", semaphore.acquire())) for _ in range(waiters)]
         gate("release")
         for _ in range(waiters):
             record("release", semaphore.release())
         join_all(threads)
       )"));
       EXPECT_EQ(trace.value("try"), false);
       EXPECT_THAT(trace.values("acquire"),
                   AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(Value(true))));
       const Operation first = trace.operations("release").front();
       for (const Operation& acquire : trace.operations("acquire"))
         EXPECT_TRUE(trace.begun_before_ended(first, acquire));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         bounded = threading.BoundedSemaphore(0)
         record("try", bounded.acquire(False))
         record("try", bounded.acquire(timeout=0.01))
       )");
       EXPECT_THAT(trace.values("try"), ElementsAre(Value(false), Value(false)));
     })},

    {"threading.semaphore.limit", property([](Trial& trial) {
       const auto permits = trial.pick("permits", 1, 4);
       const auto workers = trial.pick("workers", 1, 6);
       const auto together = std::min(permits, workers);
       trial.open("inside")
           .after(begun("acquire", workers), reached("inside", together))
           .settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         semaphore = threading.Semaphore(permits)
         def work():
             record("acquire", semaphore.acquire())
             gate("inside")
             record("release", semaphore.release())
         join_all([started(work) for _ in range(workers)])
       )"));
       EXPECT_EQ(most_inside(trace, "acquire", "release"), together);
       EXPECT_THAT(trace.values("acquire"),
                   AllOf(SizeIs(static_cast<std::size_t>(workers)), Each(Value(true))));
     }),
     adversary([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 3);
       const auto acquires = waiters + 1;
       trial.open("all wait").after(begun("acquire", acquires), blocked("acquire", waiters));
       trial.open("inside").after(reached("inside")).settle(20ms);
       // The permit may be gone again before the waiter that it woke comes for it.
       const Trace trace = trial.run(with_threads(R"(
         semaphore = threading.Semaphore(1)
         def stay():
             gate("inside")
             log("leave")
             semaphore.release()
         def enter():
             record("acquire", semaphore.acquire())
             stay()
         def release_and_try():
             semaphore.release()
             return semaphore.acquire(False)
         record("acquire", semaphore.acquire())
         threads = [started(enter) for _ in range(waiters)]
         gate("all wait")
         log("leave")
         if record("acquire", release_and_try()):
             stay()
         join_all(threads)
       )"));
       EXPECT_EQ(most_inside(trace, "acquire", "leave"), 1);
     }).times(10)},

    {"threading.semaphore.release-by-other",
     property([](Trial& trial) {
       trial.pick("main_acquires", rc::gen::arbitrary<bool>());
       trial.pick("bounded", rc::gen::arbitrary<bool>());
       const Trace trace = trial.run(with_threads(R"(
         semaphore = threading.BoundedSemaphore(1) if bounded else threading.Semaphore(1)
         def perform(here, act):
             if here:
                 act()
             else:
                 elsewhere(act)
         perform(main_acquires, lambda: record("acquire", semaphore.acquire(False)))
         perform(not main_acquires, lambda: attempt("release", semaphore.release()))
         elsewhere(lambda: record("acquire", semaphore.acquire(False)))
       )"));
       EXPECT_THAT(trace.outcome("release"), ValueIs(Value()));
       EXPECT_THAT(trace.values("acquire"), ElementsAre(Value(true), Value(true)));
     }).times(10)},

    {"threading.semaphore.release-many", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 0, 4);
       releases(trial, waiters, trial.pick("count", 1, 6));
     }),
     adversary([](Trial& trial) {
       trial.bind("waiters", 3);
       trial.bind("count", 1);
       releases(trial, 3, 1);
     })},
};

}  // namespace
}  // namespace touchstone
