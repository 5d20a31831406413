# what: A thread runs its target whatever its class says.
# kills: threading.subclass.run-override
# kind: fault

import threading

own = threading.Thread.start


def start(self):
    self.run = lambda: threading.Thread.run(self)
    own(self)


threading.Thread.start = start
