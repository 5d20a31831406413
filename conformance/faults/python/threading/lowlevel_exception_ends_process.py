# what: An exception in a low-level thread ends the process.
# kills: threading.lowlevel.exception-contained
# kind: fault

import _thread
import os

own = _thread.start_new_thread


def start(function, args, kwargs={}):
    def run():
        try:
            function(*args, **kwargs)
        except Exception:
            os._exit(1)

    return own(run, ())


adapter.give_instead("_thread", start_new_thread=start)
