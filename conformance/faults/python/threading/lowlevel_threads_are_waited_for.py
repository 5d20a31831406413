# what: The process waits at exit for low-level threads.
# kills: threading.lowlevel.main-exit-kills
# kind: fault

import threading


def start(function, args, kwargs={}):
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


adapter.give_instead("_thread", start_new_thread=start)
