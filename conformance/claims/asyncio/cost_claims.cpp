// What coroutines cost beside threads and beside each other: figures of one run, reported and not
// judged.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// What the scenarios have in common: how long a call takes, and a run of a coroutine.
constexpr std::string_view kTimed = R"(
def seconds(call):
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin
)";

/// Runs the scenario behind `kTimed` and reports what it logs as "ratio".
void report_ratio(Trial& trial, std::string name, std::string_view text) {
  const Trace trace = trial.run(std::string(kTimed) + std::string(text));
  trial.report(std::move(name), figure(trace, "ratio"));
}

/// Two generators that are resumed in turn, and two threads that hand over to each other; the
/// process tells how often it gave up the processor of its own accord.
constexpr std::string_view kSwitches = R"(
def switches():
    return resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
def bare():
    for _ in range(10000):
        yield
def bounce(own, other):
    for _ in range(100):
        own.acquire()
        other.release()
before = switches()
for _ in zip(bare(), bare()):
    pass
log("bare", (switches() - before) / 20000)
first, second = threading.Semaphore(1), threading.Semaphore(0)
thread = threading.Thread(target=bounce, args=(second, first))
before = switches()
thread.start()
bounce(first, second)
thread.join()
log("threads", (switches() - before) / 200)
)";

/// Tasks are still held when the threads start: memory that was given back would count for them.
constexpr std::string_view kHeld = R"(
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
async def hold(event):
    await event.wait()
async def measure():
    event, release = asyncio.Event(), threading.Event()
    before = peak()
    tasks = [asyncio.create_task(hold(event)) for _ in range(20000)]
    await asyncio.sleep(0)
    log("task", (peak() - before) / 20000)
    threads = [threading.Thread(target=release.wait) for _ in range(200)]
    before = peak()
    for thread in threads:
        thread.start()
    log("thread", (peak() - before) / 200)
    release.set()
    for thread in threads:
        thread.join()
    event.set()
    for task in tasks:
        await task
asyncio.run(measure())
)";

const Checks asyncio_cost_checks{
    {"asyncio.blocking.cpu-no-gain", example([](Trial& trial) {
       report_ratio(trial, "serial time to time as tasks", R"(
def work():
    return sum(range(200000))
async def job():
    work()
async def both():
    await asyncio.gather(job(), job())
def serially():
    work()
    work()
log("ratio", seconds(serially) / seconds(lambda: asyncio.run(both())))
)");
     })},

    {"asyncio.concurrency.gil-bound", example([](Trial& trial) {
       report_ratio(trial, "serial time to time on two loops in two threads", R"(
async def job():
    sum(range(200000))
def run():
    asyncio.run(job())
def serially():
    run()
    run()
def in_threads():
    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
log("ratio", seconds(serially) / seconds(in_threads))
)");
     })},

    {"asyncio.concurrency.single-operation-not-faster", example([](Trial& trial) {
       report_ratio(trial, "an asynchronous round trip to one that blocks", R"(
ROUNDS = 300
def echo(end):
    for _ in range(ROUNDS):
        end.send(end.recv(1))
def blocking():
    near, far = socket.socketpair()
    thread = threading.Thread(target=echo, args=(far,))
    thread.start()
    for _ in range(ROUNDS):
        near.send(b"x")
        near.recv(1)
    thread.join()
    near.close()
    far.close()
async def echo_streams(reader, writer):
    for _ in range(ROUNDS):
        writer.write(await reader.read(1))
async def streams():
    near, far = socket.socketpair()
    far_streams = await asyncio.open_connection(sock=far)
    task = asyncio.create_task(echo_streams(*far_streams))
    reader, writer = await asyncio.open_connection(sock=near)
    for _ in range(ROUNDS):
        writer.write(b"x")
        await reader.read(1)
    await task
    writer.close()
    far_streams[1].close()
log("ratio", seconds(lambda: asyncio.run(streams())) / seconds(blocking))
)");
     })},

    {"asyncio.concurrency.threads-ratio-waiting", example([](Trial& trial) {
       report_ratio(trial, "200 waits in threads to 200 waits in tasks", R"(
def threads():
    event = threading.Event()
    threads = [threading.Thread(target=event.wait) for _ in range(200)]
    for thread in threads:
        thread.start()
    event.set()
    for thread in threads:
        thread.join()
async def tasks():
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(200)]
    await asyncio.sleep(0)
    event.set()
    for task in tasks:
        await task
log("ratio", seconds(threads) / seconds(lambda: asyncio.run(tasks())))
)");
     })},

    {"asyncio.cost.await-depth", example([](Trial& trial) {
       report_ratio(trial, "a resumption at depth 100 to one at depth 1", R"(
async def nested(levels, count):
    if levels > 1:
        return await nested(levels - 1, count)
    for _ in range(count):
        await asyncio.sleep(0)
shallow = seconds(lambda: asyncio.run(nested(1, 200)))
log("shallow")
log("ratio", seconds(lambda: asyncio.run(nested(100, 200))) / shallow)
)");
     })},

    {"asyncio.cost.bare-switch-no-kernel", example([](Trial& trial) {
       const Trace trace = trial.run(kSwitches);
       trial.report("context switches for each of two bare generators", figure(trace, "bare"));
       trial.report("context switches for each hand-over of threads", figure(trace, "threads"));
     })},

    {"asyncio.cost.create-vs-thread", example([](Trial& trial) {
       report_ratio(trial, "a thread to a task", R"(
async def nothing():
    pass
async def tasks():
    for _ in range(300):
        await asyncio.create_task(nothing())
def threads():
    for _ in range(300):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
log("ratio", seconds(threads) / seconds(lambda: asyncio.run(tasks())))
)");
     })},

    {"asyncio.cost.loop-overhead", example([](Trial& trial) {
       report_ratio(trial, "a turn of the loop to a bare resumption", R"(
def bare():
    for _ in range(5000):
        yield
async def on_the_loop():
    for _ in range(5000):
        await asyncio.sleep(0)
direct = seconds(lambda: list(bare()))
log("ratio", seconds(lambda: asyncio.run(on_the_loop())) / direct)
)");
     })},

    {"asyncio.cost.memory-vs-thread", example([](Trial& trial) {
       const Trace trace = trial.run(kHeld);
       trial.report("KiB of memory for a suspended task", figure(trace, "task"));
       trial.report("KiB of memory for a blocked thread", figure(trace, "thread"));
     })},

    {"asyncio.cost.switch-vs-thread", example([](Trial& trial) {
       report_ratio(trial, "a hand-off between threads to a switch of tasks", R"(
def bounce(own, other):
    for _ in range(500):
        own.acquire()
        other.release()
def threads():
    first, second = threading.Semaphore(1), threading.Semaphore(0)
    thread = threading.Thread(target=bounce, args=(second, first))
    thread.start()
    bounce(first, second)
    thread.join()
async def turns():
    for _ in range(500):
        await asyncio.sleep(0)
async def tasks():
    await asyncio.gather(turns(), turns())
log("ratio", seconds(threads) / seconds(lambda: asyncio.run(tasks())))
)");
     })},
};

}  // namespace
}  // namespace touchstone
