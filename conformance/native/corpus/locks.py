def outcome(act, *args, **named):
    try:
        return act(*args, **named)
    except Exception as error:
        return type(error).__name__
def kind_of(act, *args, **named):
    made = outcome(act, *args, **named)
    return made if isinstance(made, str) else type(made).__name__
infinity = float("inf")
not_a_number = float("nan")
beyond = [infinity, -infinity, 10 ** 10, 10 ** 400, 2 ** 70]
numbers = [-2, -0.5, 0, 0.0, 0.25, True] + beyond
wrong = ["text", [], b"1"]
def locks():
    return [threading.Lock(), threading.RLock(), threading.Condition(), _thread.allocate_lock()]
for timeout in numbers + wrong + [None, -1, -1.0, not_a_number]:
    log("free", timeout, [outcome(lock.acquire, timeout=timeout) for lock in locks()])
    log("not blocking", timeout, [outcome(lock.acquire, False, timeout) for lock in locks()])
for timeout in [-2, 0, 0.01] + beyond + wrong:
    held = threading.Lock()
    held.acquire()
    log("held", timeout, outcome(held.acquire, True, timeout))
    condition = threading.Condition()
    with condition:
        log("wait", timeout, outcome(condition.wait, timeout))
        log("wait for", timeout, outcome(condition.wait_for, lambda: 0, timeout))
    log("event", timeout, outcome(threading.Event().wait, timeout))
    log("semaphore", timeout, outcome(threading.Semaphore(0).acquire, True, timeout))
    log("barrier", timeout, outcome(threading.Barrier(2).wait, timeout))
event = threading.Event()
event.set()
for timeout in [-2, 0] + beyond:
    with condition:
        log("wait for what holds", timeout, outcome(condition.wait_for, lambda: [1], timeout))
    log("event that is set", timeout, outcome(event.wait, timeout))
    log("semaphore at once", timeout, outcome(threading.Semaphore(1).acquire, True, timeout))
    log("semaphore not blocking", timeout, outcome(threading.Semaphore(1).acquire, False, timeout))
    log("barrier of one", timeout, outcome(threading.Barrier(1).wait, timeout))
condition = threading.Condition()
log("without the lock", outcome(condition.wait), outcome(condition.wait, 0), outcome(condition.notify))
log("without the lock", outcome(condition.notify_all), outcome(condition.release))
log("without the lock", outcome(condition.wait_for, lambda: True), outcome(condition.wait_for, lambda: False))
with condition:
    for count in [-1, 0, 1, 2 ** 70, -2 ** 70]:
        log("notify", count, outcome(condition.notify, count))
    log("no predicate", outcome(condition.wait_for, 5, 0))
log("condition of", kind_of(threading.Condition, 5), kind_of(threading.Condition, threading.Lock()))
for lock in locks():
    log("free release", outcome(lock.release))
    with lock:
        pass
    log("twice", outcome(lock.release))
log("surplus", outcome(threading.Lock, 5), outcome(threading.Event, 5))
for count in [-1, 0, 1, -2 ** 70] + wrong + [None]:
    log("semaphore of", count, kind_of(threading.Semaphore, count), kind_of(threading.BoundedSemaphore, count))
    log("release", count, outcome(threading.Semaphore(0).release, count))
    log("release bounded", count, outcome(threading.BoundedSemaphore(1).release, count))
bounded = threading.BoundedSemaphore(2)
bounded.acquire()
log("beyond the bound", outcome(bounded.release, 2), outcome(bounded.release), outcome(bounded.release))
with bounded:
    log("inside", bounded.acquire(False), bounded.acquire(False))
    bounded.release()
semaphore = threading.Semaphore(0)
semaphore.release(3)
log("permits", [semaphore.acquire(False) for _ in range(4)])
barrier = threading.Barrier(1)
log("barrier", barrier.parties, barrier.n_waiting, barrier.broken, barrier.wait())
barrier.abort()
log("broken", barrier.broken, outcome(barrier.wait))
barrier.reset()
log("reset", barrier.broken, outcome(barrier.wait))
log("action", outcome(threading.Barrier(1, lambda: 1 // 0).wait), outcome(threading.Barrier(1, 5).wait))
log("classes", issubclass(threading.BrokenBarrierError, RuntimeError), threading.ThreadError is RuntimeError)
lock = threading.RLock()
log("levels", lock.acquire(), lock.acquire(False), lock.acquire(True, 0))
for _ in range(3):
    lock.release()
log("levels", outcome(lock.release))
held = threading.Lock()
log("held", held.locked(), held.acquire(), held.locked(), held.acquire(False), held.release(), held.locked())
with threading.Lock() as entered:
    log("entered", entered)
