# what: There is one worker less than allowed.
# kills: futures.executor.max-workers-reached, futures.advice.io-bound, futures.executor.lazy-threads
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.__init__
def init(self, max_workers=None, *args, **kwargs):
    own(self, max_workers, *args, **kwargs)
    self._max_workers = max(1, self._max_workers - 1)
Pool.__init__ = init
