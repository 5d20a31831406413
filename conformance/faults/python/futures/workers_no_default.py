# what: Without a count the construction fails.
# kills: futures.executor.default-workers
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.__init__
def init(self, max_workers, *args, **kwargs):
    own(self, max_workers, *args, **kwargs)
Pool.__init__ = init
