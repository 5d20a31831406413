# what: A daemon starts when the main thread has nothing else to do.
# kills: threading.daemon.example-ticks
# kind: fault

import threading

own, own_shutdown, put_off = threading.Thread.start, threading._shutdown, []


def start(self):
    if self.daemon:
        put_off.append(self)
    else:
        own(self)


def shutdown():
    for thread in put_off:
        own(thread)
    own_shutdown()


threading.Thread.start, threading._shutdown = start, shutdown
