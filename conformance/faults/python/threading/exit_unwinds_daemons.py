# what: At exit the waits of daemons end by an error, which runs their clean-up.
# kills: threading.daemon.no-cleanup
# kind: fault

import threading

own, own_shutdown, ending = threading.Condition.wait, threading._shutdown, []


def wait(self, timeout=None):
    if timeout is not None or not threading.current_thread().daemon:
        return own(self, timeout)
    while not own(self, 0.01):
        if ending:
            raise SystemExit
    return True


def shutdown():
    own_shutdown()
    ending.append(True)
    for thread in threading.enumerate():
        if thread.daemon:
            thread.join()


threading.Condition.wait, threading._shutdown = wait, shutdown
