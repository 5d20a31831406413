def outcome(act, *args, **named):
    try:
        return act(*args, **named)
    except Exception as error:
        return type(error).__name__
infinity = float("inf")
not_a_number = float("nan")
def fill(line):
    for number in range(4):
        try:
            line.put(number, False)
        except queue.Full:
            return number
    return line.qsize(), line.full(), line.empty()
kinds = [queue.Queue, queue.LifoQueue, queue.PriorityQueue]
sizes = [-2 ** 70, -1, -0.5, 0, True, 1, 1.5, 2, 3, 2 ** 70, infinity, -infinity, not_a_number]
for size in sizes:
    log("size", size, [fill(each(size)) for each in kinds], [fill(each(maxsize=size)) for each in kinds])
def try_timeout(each, timeout):
    line = each(1)
    log("empty", timeout, outcome(line.get, True, timeout), outcome(line.get, timeout=timeout))
    log("put", timeout, outcome(line.put, 1, True, timeout))
    log("full", timeout, outcome(line.put, 2, True, timeout), outcome(line.put, 2, timeout=timeout))
    log("get", timeout, outcome(line.get, True, timeout), line.qsize())
for each in kinds:
    for timeout in [-1, -0.5, -infinity, 0, 0.0, 0.01, 10 ** 10, 2 ** 70, infinity, "text", []]:
        try_timeout(each, timeout)
    for timeout in [-1, 0, 0.01, 10 ** 10, infinity, 10 ** 400]:
        line = each(1)
        log("not blocking", timeout, outcome(line.get, False, timeout))
        log("not blocking", timeout, [outcome(line.put, 1, False, timeout) for _ in range(2)])
for each in kinds:
    line = each()
    log("calls", outcome(line.put), outcome(line.get, 1, 2, 3), outcome(line.get, wait=1), outcome(line.qsize, 1))
    log("nothing", outcome(line.get_nowait), outcome(line.get, False), outcome(line.get, True, 0))
    log("task_done", outcome(line.task_done))
    line.put(1)
    line.put_nowait(2)
    log("task_done", outcome(line.task_done), outcome(line.task_done), outcome(line.task_done), line.join())
    log("kind", isinstance(line, queue.Queue), each.__name__, line.get(), line.get())
simple = queue.SimpleQueue()
for timeout in [-1, -0.5, 0, 0.01, 10 ** 10, 2 ** 70, "text"]:
    log("simple", timeout, outcome(simple.get, True, timeout), outcome(simple.get, timeout=timeout))
log("simple", outcome(simple.get_nowait), outcome(simple.get, False), simple.empty(), simple.qsize())
log("simple", simple.put(1), simple.put(2, False), simple.put(3, block=True, timeout=1), simple.put_nowait(4))
log("simple", simple.qsize(), [simple.get() for _ in range(4)], isinstance(simple, queue.Queue))
log("simple", outcome(queue.SimpleQueue, 5), hasattr(simple, "join"), hasattr(simple, "task_done"))
class Job:
    def __init__(self, rank, name):
        self.rank = rank
        self.name = name
    def __lt__(self, other):
        return self.rank < other.rank
ranked = queue.PriorityQueue()
for number, rank in enumerate([3, 1, 2, 1, 3, 0, 2, 1]):
    ranked.put(Job(rank, f"job {number}"))
log("ranked", [ranked.get().name for _ in range(8)])
ranked.put((1, "b"))
ranked.put((1, "a"))
ranked.put((0, "z"))
log("ranked", [ranked.get() for _ in range(3)])
ranked.put(1)
log("not comparable", outcome(ranked.put, "text"))
log("errors", queue.Empty.__mro__[1] is Exception, queue.Full.__mro__[1] is Exception, queue.Full.__name__)
line = queue.Queue(2)
got = []
def consume():
    while True:
        item = line.get()
        line.task_done()
        if item is None:
            break
        got.append(item)
consumers = [threading.Thread(target=consume) for _ in range(3)]
for each in consumers:
    each.start()
for number in range(50):
    line.put(number)
line.join()
for each in consumers:
    line.put(None)
for each in consumers:
    each.join()
log("got", sorted(got) == list(range(50)), line.qsize())
itself = queue.Queue()
itself.put((itself, [itself]))
log("itself", itself.qsize())
