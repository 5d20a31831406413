# what: An exception in a low-level thread is reported by its name alone.
# kind: lawful
# tries: threading.lowlevel.*

import _thread
import sys

own = _thread.start_new_thread


def start(function, args, kwargs={}):
    def run():
        try:
            function(*args, **kwargs)
        except Exception as error:
            sys.stderr.write(type(error).__name__ + "\n")

    if not callable(function) or not isinstance(args, tuple):
        raise TypeError("a callable and a tuple")
    return own(run, ())


adapter.give_instead("_thread", start_new_thread=start)
