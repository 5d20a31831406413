# what: The latest job is taken first.
# kills: futures.executor.fifo
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import queue
own = Pool.__init__
def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    self._work_queue = queue.LifoQueue()
Pool.__init__ = init
