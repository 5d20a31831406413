# what: A worker that ends a job counts twice among the idle ones: too few are started.
# kills: futures.executor.max-workers-reached
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import threading
class Twice(threading.Semaphore):
    def release(self, n=1):
        super().release(2 * n)
own = Pool.__init__
def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    self._idle_semaphore = Twice(0)
Pool.__init__ = init
