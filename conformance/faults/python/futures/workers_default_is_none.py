# what: Without a count there are no workers.
# kills: futures.executor.default-workers
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.__init__
def init(self, max_workers=None, *args, **kwargs):
    own(self, max_workers, *args, **kwargs)
    if max_workers is None:
        self._max_workers = 0
Pool.__init__ = init
