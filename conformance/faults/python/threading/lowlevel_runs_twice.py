# what: A low-level thread is started twice.
# kills: threading.lowlevel.example-order, threading.lowlevel.start-args-tuple
# kind: fault

import _thread

own = _thread.start_new_thread


def start(function, args, kwargs={}):
    own(function, args, kwargs)
    return own(function, args, kwargs)


adapter.give_instead("_thread", start_new_thread=start)
