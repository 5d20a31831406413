# what: A process pool takes a count of zero or less for none.
# kills: futures.executor.bad-worker-count
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.__init__
def init(self, max_workers=None, *args, **kwargs):
    own(self, max_workers if max_workers and max_workers > 0 else None, *args, **kwargs)
Pool.__init__ = init
