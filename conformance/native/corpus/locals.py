def outcome(act, *args, **named):
    try:
        return act(*args, **named)
    except Exception as error:
        return type(error).__name__
def elsewhere(act):
    thread = threading.Thread(target=act)
    thread.start()
    thread.join()
plain = threading.local()
plain.value = 1
def look():
    log("there", hasattr(plain, "value"), outcome(lambda: plain.value), plain.__dict__)
    plain.value = 2
    plain.other = [3]
    log("set there", plain.value, plain.other, sorted(plain.__dict__))
    del plain.other
    log("deleted there", hasattr(plain, "other"), outcome(delattr, plain, "other"))
elsewhere(look)
log("here", plain.value, plain.__dict__)
log("refused", outcome(threading.local, 5), outcome(threading.local, a=5), outcome(delattr, plain, "other"))
class Counted(threading.local):
    shared = "of the class"
    common = []
    def __init__(self, start, step=1):
        log("initialised", start, step)
        self.count = start
        self.step = step
    def advance(self):
        self.count += self.step
        return self.count
    @property
    def double(self):
        return 2 * self.count
counted = Counted(5, step=2)
log("here", counted.advance(), counted.advance(), counted.double, counted.shared)
def count_there():
    log("there", counted.count, counted.advance(), counted.double, counted.shared)
    counted.shared = "of the thread"
    counted.common.append("there")
    log("there", counted.shared, sorted(counted.__dict__))
elsewhere(count_there)
elsewhere(count_there)
log("here", counted.count, counted.shared, counted.common, sorted(counted.__dict__))
class Bad(threading.local):
    def __init__(self, failures):
        if failures:
            failures.pop()
            raise KeyError("no")
        self.ready = True
failures = []
bad = Bad(failures)
failures.append(1)
elsewhere(lambda: log("bad", outcome(lambda: bad.ready), outcome(lambda: bad.ready)))
class Told:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        log("gone", self.name)
def keep_there():
    plain.kept = Told("of the thread")
    log("kept")
elsewhere(keep_there)
log("joined")
plain.kept = Told("of main")
del plain.kept
holder = threading.local()
holder.kept = Told("with the local")
del holder
class Empty(threading.local):
    pass
log("empty", outcome(Empty, 1), isinstance(Empty(), threading.local))
