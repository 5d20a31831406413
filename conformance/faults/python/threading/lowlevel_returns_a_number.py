# what: The low-level starter counts the threads that it starts.
# kills: threading.lowlevel.start-returns-ident
# kind: fault

import _thread
import itertools

numbers = itertools.count(1)


def start(function, args, kwargs={}):
    _thread.start_new_thread(function, args, kwargs)
    return next(numbers)


adapter.give_instead("_thread", start_new_thread=start)
