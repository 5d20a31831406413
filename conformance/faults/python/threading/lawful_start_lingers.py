# what: A new thread has run for a while when start returns.
# kind: lawful
# tries: threading.thread.*, threading.daemon.*, threading.wait.*

import threading
import time

own, sleep = threading.Thread.start, time.sleep


def start(self):
    own(self)
    sleep(0.005)


threading.Thread.start = start
