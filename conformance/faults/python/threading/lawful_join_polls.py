# what: join asks again and again.
# kind: lawful
# tries: threading.thread.*

import threading
import time

clock, sleep = time.monotonic, time.sleep


def join(self, timeout=None):
    if not self._initialized or not self._started.is_set() or self is threading.current_thread():
        raise RuntimeError("cannot join this thread")
    deadline = None if timeout is None else clock() + timeout
    while self.is_alive() and (deadline is None or clock() < deadline):
        sleep(0.0005)


threading.Thread.join = join
