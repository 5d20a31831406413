# what: The process waits at exit for the threads that live when main ends, not for those they start.
# kills: threading.daemon.normal-thread-waited
# kind: fault

import os
import threading


def shutdown():
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
    os._exit(0)


threading._shutdown = shutdown
