# what: The latest job is taken first when more than sixteen are queued.
# kills: futures.executor.fifo
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import queue
class Latest(queue.Queue):
    def _get(self):
        return self.queue.pop() if len(self.queue) > 16 else self.queue.popleft()
own = Pool.__init__
def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    self._work_queue = Latest()
Pool.__init__ = init
