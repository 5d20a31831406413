# what: The process waits at exit for daemons too.
# kills: threading.daemon.dies-with-process
# kind: fault

import threading

own = threading._shutdown


def shutdown():
    own()
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join()


threading._shutdown = shutdown
