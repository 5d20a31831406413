# what: An exception in a low-level thread is told nobody.
# kills: threading.lowlevel.exception-contained
# kind: fault

import _thread

own = _thread.start_new_thread


def start(function, args, kwargs={}):
    def run():
        try:
            function(*args, **kwargs)
        except Exception:
            pass

    return own(run, ())


adapter.give_instead("_thread", start_new_thread=start)
