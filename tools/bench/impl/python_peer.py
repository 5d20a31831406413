"""CPython's side of the comparison.

Reads lines of an operation's name and a count; answers each with the nanoseconds that so many of it
took, by the monotonic clock, the loop around them included. Threads and pools are there before the
time counts; joining the threads is part of it. The GIL's switch interval is the interpreter's own.
"""

import queue
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from time import perf_counter_ns

WORKERS = 4
BATCH = 64


def timed_together(*works):
    ready = threading.Barrier(len(works) + 1)
    go = threading.Event()

    def run(work):
        ready.wait()
        go.wait()
        work()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    ready.wait()
    begin = perf_counter_ns()
    go.set()
    for thread in threads:
        thread.join()
    return perf_counter_ns() - begin


def hold(lock, count):
    for _ in repeat(None, count):
        with lock:
            pass


def uncontended(lock, count):
    begin = perf_counter_ns()
    hold(lock, count)
    return perf_counter_ns() - begin


def contended(lock, count):
    def half():
        hold(lock, (count + 1) // 2)

    return timed_together(half, half)


def reentered(count):
    lock = threading.RLock()
    with lock:
        return uncontended(lock, count)


def semaphores(count):
    there = threading.Semaphore(0)
    back = threading.Semaphore(0)

    def one():
        for _ in repeat(None, count):
            there.release()
            back.acquire()

    def other():
        for _ in repeat(None, count):
            there.acquire()
            back.release()

    return timed_together(one, other)


def events(count):
    there = threading.Event()
    back = threading.Event()

    def one():
        for _ in repeat(None, count):
            there.set()
            back.wait()
            back.clear()

    def other():
        for _ in repeat(None, count):
            there.wait()
            there.clear()
            back.set()

    return timed_together(one, other)


def pass_items(items, pairs, count):
    share = -(-count // pairs)

    def put():
        for item in range(share):
            items.put(item)

    def get():
        for _ in repeat(None, share):
            items.get()

    return timed_together(*[put, get] * pairs)


def submit_and_result(batch, count):
    def job(number):
        return number

    def run_batch(size):
        for future in [pool.submit(job, number) for number in range(size)]:
            future.result()

    with ThreadPoolExecutor(WORKERS) as pool:
        run_batch(BATCH)
        begin = perf_counter_ns()
        for left in range(count, 0, -batch):
            run_batch(min(left, batch))
        return perf_counter_ns() - begin


OPERATIONS = {
    "lock": lambda count: uncontended(threading.Lock(), count),
    "lock_2_threads": lambda count: contended(threading.Lock(), count),
    "rlock": lambda count: uncontended(threading.RLock(), count),
    "rlock_reentered": reentered,
    "rlock_2_threads": lambda count: contended(threading.RLock(), count),
    "semaphore_round_trip": semaphores,
    "event_round_trip": events,
    "queue_1_to_1": lambda count: pass_items(queue.Queue(), 1, count),
    "queue_2_to_2": lambda count: pass_items(queue.Queue(), 2, count),
    "queue_of_64_1_to_1": lambda count: pass_items(queue.Queue(64), 1, count),
    "queue_of_64_2_to_2": lambda count: pass_items(queue.Queue(64), 2, count),
    "simple_queue_1_to_1": lambda count: pass_items(queue.SimpleQueue(), 1, count),
    "simple_queue_2_to_2": lambda count: pass_items(queue.SimpleQueue(), 2, count),
    "pool_one_job": lambda count: submit_and_result(1, count),
    "pool_64_jobs": lambda count: submit_and_result(BATCH, count),
    "pool_one_job_vs_async": lambda count: submit_and_result(1, count),
}


def main():
    for line in sys.stdin:
        name, count = line.split()
        print(OPERATIONS[name](int(count)), flush=True)


if __name__ == "__main__":
    main()
