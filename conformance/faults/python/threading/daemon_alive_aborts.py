# what: A process that ends while a daemon runs is terminated.
# kills: threading.daemon.dies-with-process, threading.daemon.example-ticks
# kind: fault

import os
import signal
import threading

own = threading._shutdown


def shutdown():
    own()
    if any(thread.daemon for thread in threading.enumerate()):
        os.kill(os.getpid(), signal.SIGKILL)


threading._shutdown = shutdown
