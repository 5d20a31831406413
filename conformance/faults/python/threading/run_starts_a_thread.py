# what: Calling run starts a thread.
# kills: threading.thread.run-direct
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    if threading.current_thread() is self:
        own(self)
    else:
        self.start()


threading.Thread.run = run
