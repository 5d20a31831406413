# what: The queue is bounded.
# kills: futures.submit.returns-future
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import queue
own = Pool.__init__
def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    self._work_queue = queue.Queue(100)
Pool.__init__ = init
