// What coroutines cost beside threads and beside each other: ratios of one run, reported and not
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

const Checks checks{
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
