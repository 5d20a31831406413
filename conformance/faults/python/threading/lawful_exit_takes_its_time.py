# what: The process lives on for a while when all normal threads have ended.
# kind: lawful
# tries: threading.daemon.*, threading.thread.*, threading.lowlevel.*

import threading
import time

own, sleep = threading._shutdown, time.sleep


def shutdown():
    own()
    sleep(0.05)


threading._shutdown = shutdown
