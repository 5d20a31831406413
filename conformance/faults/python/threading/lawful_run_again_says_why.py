# what: Running a thread again is a runtime error.
# kind: lawful
# tries: threading.thread.*

import threading

own = threading.Thread.run


def run(self):
    if not hasattr(self, "_target"):
        raise RuntimeError("the thread ran before")
    own(self)


threading.Thread.run = run
