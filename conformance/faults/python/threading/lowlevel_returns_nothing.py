# what: The low-level starter returns nothing.
# kills: threading.lowlevel.start-returns-ident
# kind: fault

import _thread


def start(function, args, kwargs={}):
    _thread.start_new_thread(function, args, kwargs)


adapter.give_instead("_thread", start_new_thread=start)
