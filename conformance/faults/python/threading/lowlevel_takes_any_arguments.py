# what: The low-level starter takes any arguments that can be iterated, and none.
# kills: threading.lowlevel.start-args-tuple
# kind: fault

import _thread


def start(function, args, kwargs={}):
    return _thread.start_new_thread(function, tuple(args or ()), kwargs)


adapter.give_instead("_thread", start_new_thread=start)
