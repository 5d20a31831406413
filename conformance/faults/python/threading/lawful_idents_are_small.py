# what: Threads are identified by the lowest number that is free.
# kind: lawful
# tries: threading.thread.*, threading.lowlevel.*, threading.rlock.*

import _thread

own = _thread.start_new_thread
local, guard, used = _thread._local(), _thread.allocate_lock(), set()


class Ident:
    def __init__(self):
        with guard:
            self.number = next(n for n in range(1, len(used) + 2) if n not in used)
            used.add(self.number)

    def __del__(self):
        used.discard(self.number)


def get_ident():
    if not hasattr(local, "ident"):
        local.ident = Ident()
    return local.ident.number


get_ident()  # the main thread's


def start(function, args, kwargs={}):
    if not callable(function) or not isinstance(args, tuple):
        raise TypeError("a callable and a tuple")
    known, idents = _thread.allocate_lock(), []
    known.acquire()

    def run():
        idents.append(get_ident())
        known.release()
        function(*args, **kwargs)

    own(run, ())
    known.acquire()
    return idents[0]


adapter.give_instead("threading", get_ident=get_ident)
adapter.give_instead("_thread", get_ident=get_ident, start_new_thread=start)
