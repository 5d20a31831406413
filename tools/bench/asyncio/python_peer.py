"""The operations on asyncio: `python_peer.py asyncio` on CPython's own loop, `... uvloop` on uvloop's.

Reads lines of an operation's name and a count; answers each with the CPU time in nanoseconds, user
and system, that so many of it took (memory_of_sleepers: with bytes). Measured from within the loop,
so that starting and closing it does not count. Each tells how much of its work was seen done: that
has to be all of it. The garbage collector is on, as ever.
"""

import asyncio
import os
import sys
from time import process_time_ns

GATHERED = 10_000
FAR_AWAY = 3600


def delay_of(timer):
    """The delay of a timer, in no order: 1 ms to 10 ms, less than it takes to set so many."""
    return (1000 + timer * 7919 % 9000) * 1e-6


def resident_bytes():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Countdown:
    """Wakes who waits for `count` events when the last has come."""

    def __init__(self, count):
        self.left = count
        self.zero = asyncio.get_running_loop().create_future()

    def step(self):
        self.left -= 1
        if self.left == 0:
            self.zero.set_result(None)


async def call_soon_chain(count):
    countdown = Countdown(count)
    loop = asyncio.get_running_loop()

    def step_and_schedule():
        countdown.step()
        if countdown.left > 0:
            loop.call_soon(step_and_schedule)

    begin = process_time_ns()
    loop.call_soon(step_and_schedule)
    await countdown.zero
    return process_time_ns() - begin, count - countdown.left


async def call_soon_batch(count):
    countdown = Countdown(count)
    loop = asyncio.get_running_loop()
    begin = process_time_ns()
    for _ in range(count):
        loop.call_soon(countdown.step)
    await countdown.zero
    return process_time_ns() - begin, count - countdown.left


async def itself(number):
    return number


async def create_and_await(count):
    done = 0
    begin = process_time_ns()
    for _ in range(count):
        done += await asyncio.create_task(itself(1))
    return process_time_ns() - begin, done


async def take_turns(count):
    turns = 0
    while turns < count:
        await asyncio.sleep(0)
        turns += 1
    return turns


async def task_switch(count):
    begin = process_time_ns()
    one = asyncio.create_task(take_turns(count // 2))
    other = asyncio.create_task(take_turns(count - count // 2))
    done = await one + await other
    return process_time_ns() - begin, done


async def gather_some(count):
    results = await asyncio.gather(*[asyncio.create_task(itself(i)) for i in range(count)])
    return sum(result == i for i, result in enumerate(results))


async def gather_10000(count):
    done = 0
    begin = process_time_ns()
    for left in range(count, 0, -GATHERED):
        done += await gather_some(min(left, GATHERED))
    return process_time_ns() - begin, done


async def timers_call_later(count):
    countdown = Countdown(count)
    loop = asyncio.get_running_loop()
    begin = process_time_ns()
    for i in range(count):
        loop.call_later(delay_of(i), countdown.step)
    await countdown.zero
    return process_time_ns() - begin, count - countdown.left


async def sleep_and_step(delay, countdown):
    await asyncio.sleep(delay)
    countdown.step()


async def timers_sleep(count):
    countdown = Countdown(count)
    begin = process_time_ns()
    tasks = [asyncio.create_task(sleep_and_step(delay_of(i), countdown)) for i in range(count)]
    await countdown.zero
    return process_time_ns() - begin, len(tasks) - countdown.left


class Sleepers:
    asleep = 0

    async def sleep_long(self):
        self.asleep += 1
        await asyncio.sleep(FAR_AWAY)


async def cancel_sleepers(count):
    sleepers = Sleepers()
    tasks = [asyncio.create_task(sleepers.sleep_long()) for _ in range(count)]
    await asyncio.sleep(0)
    begin = process_time_ns()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    time = process_time_ns() - begin
    return time, min(sleepers.asleep, sum(task.cancelled() for task in tasks))


async def memory_of_sleepers(count):
    sleepers = Sleepers()
    before = resident_bytes()
    for _ in range(count):
        asyncio.create_task(sleepers.sleep_long())  # kept by the timer that it waits for
    await asyncio.sleep(0)
    return resident_bytes() - before, sleepers.asleep


OPERATIONS = {
    operation.__name__: operation
    for operation in (
        call_soon_chain,
        call_soon_batch,
        create_and_await,
        task_switch,
        gather_10000,
        timers_call_later,
        timers_sleep,
        cancel_sleepers,
        memory_of_sleepers,
    )
}


def measured(name, count):
    figure, done = asyncio.run(OPERATIONS[name](count))
    if done != count:
        raise RuntimeError(f"{name} did {done} of {count}")
    return figure


def main(loop):
    if loop == "uvloop":
        import uvloop

        uvloop.install()
    elif loop != "asyncio":
        raise SystemExit(f"there is no loop {loop!r}: asyncio or uvloop")
    for line in sys.stdin:
        name, count = line.split()
        print(measured(name, int(count)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
