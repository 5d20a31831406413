# what: The process waits at exit for the first normal thread, and drops the others.
# kills: threading.daemon.normal-thread-waited
# kind: fault

import os
import threading


def shutdown():
    threads = [thread for thread in threading.enumerate() if not thread.daemon]
    if len(threads) > 1:
        threads[1].join()
        os._exit(0)


threading._shutdown = shutdown
