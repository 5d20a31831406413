# what: A process that ends while low-level threads run is terminated.
# kills: threading.lowlevel.main-exit-kills
# kind: fault

import _thread
import os
import signal
import threading

own = threading._shutdown


def shutdown():
    own()
    if _thread._count() > 0:
        os.kill(os.getpid(), signal.SIGKILL)


threading._shutdown = shutdown
