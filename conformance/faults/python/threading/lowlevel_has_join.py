# what: Low-level threads can be joined.
# kills: threading.lowlevel.lacks-high-level
# kind: fault

import threading


def join(ident, timeout=None):
    threading._active[ident].join(timeout)


adapter.give_instead("_thread", join=join)
