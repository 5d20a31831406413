# what: Starting a low-level thread waits for its end.
# kills: threading.lowlevel.example-order
# kind: fault

import _thread


def start(function, args, kwargs={}):
    ended = _thread.allocate_lock()
    ended.acquire()

    def run():
        try:
            function(*args, **kwargs)
        finally:
            ended.release()

    ident = _thread.start_new_thread(run, ())
    ended.acquire()
    return ident


adapter.give_instead("_thread", start_new_thread=start)
