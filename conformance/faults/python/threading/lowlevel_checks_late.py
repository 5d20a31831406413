# what: What cannot be called fails in the low-level thread.
# kills: threading.lowlevel.start-args-tuple
# kind: fault

import _thread


def start(function, args, kwargs={}):
    return _thread.start_new_thread(lambda: function(*args, **kwargs), ())


adapter.give_instead("_thread", start_new_thread=start)
