def outcome(act, *args, **named):
    try:
        return act(*args, **named)
    except Exception as error:
        return type(error).__name__
def note(told):
    log("hook", told.exc_type.__name__, told.exc_value.args[:0], type(told.thread).__name__)
threading.excepthook = note
class Lazy(threading.Thread):
    def __init__(self):
        self.own = 1
class Own(threading.Thread):
    def __init__(self, number):
        super().__init__(name="own", daemon=True)
        self.number = number
    def run(self):
        self.number += 1
infinity = float("inf")
timeouts = [-1, -0.5, 0, 0.01, -infinity, infinity, 10 ** 10, 10 ** 400, 2 ** 70, "text", []]
ended = threading.Thread(target=lambda: None)
ended.start()
ended.join()
release = threading.Event()
def join_alive(timeout):
    alive = threading.Thread(target=release.wait)
    alive.start()
    log("join", timeout, outcome(ended.join, timeout), outcome(alive.join, timeout))
for timeout in timeouts:
    join_alive(timeout)
release.set()
log("twice", outcome(ended.start), outcome(threading.main_thread().start))
log("early", outcome(threading.Thread().join), outcome(threading.Thread().join, 0))
log("self", outcome(threading.current_thread().join), outcome(threading.main_thread().join, 1))
for size in [-1, -2 ** 40, 1, 4095, 32767, 2 ** 70, "text", 1.5]:
    log("stack", size, outcome(threading.stack_size, size), outcome(_thread.stack_size, size))
log("stack", threading.stack_size(2 ** 20), threading.stack_size(0), threading.stack_size(0))
log("options", outcome(threading.Thread, 5), outcome(threading.Thread, who=5))
log("options", outcome(threading.Thread, None, None, None, (), {}, True))
log("names", threading.Thread(name=5).name, threading.Thread(name="é").name)
def target():
    pass
for name in [threading.Thread(target=target).name, threading.Thread(name="", target=target).name]:
    log("default name", name.startswith("Thread-"), name.endswith(" (target)"))
for name in [threading.Thread().name, threading.Thread(name="").name, threading.Thread(target=1).name]:
    log("default name", name.startswith("Thread-"), name[len("Thread-"):].isdigit())
thread = threading.Thread()
for name in ["new", "", 5, None]:
    thread.name = name
    log("name", thread.name)
log("daemon", threading.Thread(daemon=True).daemon, threading.Thread(daemon=None).daemon, thread.daemon)
log("late", outcome(setattr, ended, "daemon", True), outcome(setattr, ended, "ident", 5))
log("states", thread.ident, thread.native_id, thread.is_alive(), ended.ident is None, ended.is_alive())
lazy = Lazy()
log("lazy", outcome(lazy.start), outcome(lazy.join), lazy.own)
own = Own(4)
log("own", own.name, own.daemon, own.number)
own.start()
own.join()
log("own", own.number, own.is_alive(), isinstance(own, threading.Thread))
def elsewhere(**named):
    worker = threading.Thread(**named)
    worker.start()
    worker.join()
log("text form", repr(own)[:len("<Own(own, stopped daemon ")], repr(threading.Thread(name="new")))
elsewhere(target=target, args=5)
elsewhere(target=target, args="a")
elsewhere(target=target, kwargs=5)
elsewhere(target=target, kwargs={"who": 1})
elsewhere(target=5)
elsewhere(target=lambda: [][0])
elsewhere(target=lambda: sys.exit(3))
elsewhere(target=_thread.exit)
elsewhere(target=lambda *given, **named: log("given", given, named), args=[1, 2], kwargs={"a": 3})
elsewhere()
log("low level", outcome(_thread.start_new_thread, target, []), outcome(_thread.start_new_thread, 5, ()))
log("low level", outcome(_thread.start_new_thread, target), outcome(_thread.start_new_thread, target, (), 5))
log("errors", _thread.error is RuntimeError, threading.TIMEOUT_MAX == _thread.TIMEOUT_MAX)
log("hook", outcome(threading.__excepthook__, 5), outcome(threading.ExceptHookArgs, (1, 2, 3)))
counter = itertools.count()
numbers = []
def count():
    for _ in range(100):
        numbers.append(next(counter))
counting = [threading.Thread(target=count) for _ in range(3)]
for each in counting:
    each.start()
for each in counting:
    each.join()
log("counted", sorted(numbers) == list(range(300)), next(counter))
timer = threading.Timer(0, log, ["timer", 1], {})
timer.start()
timer.join()
cancelled = threading.Timer(3600, log, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
log("timer", outcome(threading.Timer, 1), outcome(threading.Timer(-1, target).start))
log("main", threading.main_thread().name, threading.current_thread() is threading.main_thread())
