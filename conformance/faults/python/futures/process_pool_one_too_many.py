# what: There is one process more than allowed.
# kills: futures.executor.max-processes
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.__init__
def init(self, max_workers=None, *args, **kwargs):
    own(self, max_workers + 1, *args, **kwargs)
Pool.__init__ = init
