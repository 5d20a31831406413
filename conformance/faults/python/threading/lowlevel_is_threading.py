# what: The low-level module has what the high-level one has.
# kills: threading.lowlevel.lacks-high-level
# kind: fault

import threading

names = ["Thread", "Condition", "Event", "Semaphore", "Timer", "Barrier"]
adapter.give_instead("_thread", **{name: getattr(threading, name) for name in names})
