# what: Each thread runs in a process of its own.
# kills: threading.lock.unguarded-add, threading.lock.unguarded-rmw, threading.memory.shared
# kind: fault

import os
import threading

own = threading.Thread.run


def run(self):
    pid = os.fork()
    if pid == 0:
        try:
            own(self)
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


threading.Thread.run = run
