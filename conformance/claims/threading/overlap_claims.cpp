// Threads at work side by side: what overlaps, what does not, who schedules them.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

const Checks threading_overlap_checks{
    {"threading.cpu.not-parallel", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         results = []
         def work():
             total = 0
             for number in range(100000):
                 total += number * number
             results.append(total)
         def timed(act):
             begun = time.perf_counter()
             act()
             return time.perf_counter() - begun
         serial = timed(lambda: [work() for _ in range(2)])
         threaded = timed(lambda: join_all([started(work) for _ in range(2)]))
         log("results", results)
         log("speed-up", serial / threaded)
       )"));
       trial.report("speed-up of two CPU-bound threads over serial", figure(trace, "speed-up"));
       const Value total(Integer("333328333350000"));
       EXPECT_THAT(trace.logs("results"), ElementsAre(Value(List{{total, total, total, total}})));
     })},

    {"threading.example.two-workers", property([](Trial& trial) {
       const auto first = trial.pick("first", 0, 1);
       const std::string one = std::to_string(first);
       const std::string other = std::to_string(1 - first);
       trial.open("start " + one);
       trial.open("start " + other).after(logged("started"));
       trial.open("end " + other).after(logged("started", 2)).settle(20ms);
       trial.open("end " + one).after(logged("ended")).settle(20ms);
       const Trace trace = trial.run(R"(
         def task(number):
             gate(f"start {number}")
             log("started", number)
             gate(f"end {number}")
             log("ended", number)
         threads = [threading.Thread(target=task, args=(number,)) for number in [0, 1]]
         for thread in threads:
             thread.start()
         for thread in threads:
             thread.join()
         log("final")
       )");
       EXPECT_THAT(trace.order(), ElementsAre("started", "started", "ended", "ended", "final"));
       EXPECT_THAT(trace.logs("started"), ElementsAre(Value(first), Value(1 - first)));
       EXPECT_THAT(trace.logs("ended"), ElementsAre(Value(1 - first), Value(first)));
     })},

    {"threading.switch.kernel-level",
     example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         turns = [threading.Semaphore(1), threading.Semaphore(0)]
         def play(number):
             for _ in range(100):
                 turns[number].acquire()
                 turns[1 - number].release()
         def switches():
             return resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
         before = switches()
         join_all([started(play, number) for number in [0, 1]])
         log("switches", (switches() - before) / 200)
       )"));
       trial.report("voluntary context switches for each hand-over", figure(trace, "switches"));
     })
         .needs("process.usage")
         .needs("threading.semaphore"),
     property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 5);
       trial.open("hold").after(reached("hold", workers));
       const Trace trace = trial.run(with_threads(R"(
         def target():
             log("native", threading.get_native_id())
             gate("hold")
         log("native", threading.get_native_id())
         join_all([started(target) for _ in range(workers)])
       )"));
       const Values natives = trace.logs("native");
       EXPECT_EQ(natives.size(), static_cast<std::size_t>(workers) + 1);
       for (const Value& native : natives) EXPECT_EQ(std::ranges::count(natives, native), 1);
     })},

    {"threading.wait.overlap-ratio", example([](Trial& trial) {
       const Trace trace = trial.run(with_threads(R"(
         begun = time.monotonic()
         join_all([started(time.sleep, 0.05) for _ in range(10)])
         log("sleeps", (time.monotonic() - begun) / 0.05)
       )"));
       trial.report("sleeps that ten sleeps at once took", figure(trace, "sleeps"));
     })},

    {"threading.wait.overlaps",
     property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 2, 8);
       trial.open("release").after(begun("wait", waiters), blocked("wait", waiters));
       const Trace trace = trial.run(with_threads(R"(
         event = threading.Event()
         line = queue.Queue()
         read_end, write_end = os.pipe()
         lock = threading.Lock()
         lock.acquire()
         def wait_for_the_lock():
             record("wait", lock.acquire())
             lock.release()
         ways = [lambda: record("wait", event.wait()), lambda: record("wait", line.get())]
         ways.extend([lambda: record("wait", os.read(read_end, 1)), wait_for_the_lock])
         threads = [started(ways[number % 4]) for number in range(waiters)]
         gate("release")
         log("main runs")
         event.set()
         lock.release()
         for _ in threads:
             line.put("item")
             os.write(write_end, b"x")
         join_all(threads)
       )"));
       EXPECT_THAT(trace, Before("wait", "wait"));
       EXPECT_EQ(trace.outcomes("wait").size(), static_cast<std::size_t>(waiters));
     }).times(10)},
};

}  // namespace
}  // namespace touchstone
