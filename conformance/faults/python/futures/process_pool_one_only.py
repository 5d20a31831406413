# what: There is one process, whatever the count.
# kills: futures.executor.max-processes
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.__init__
def init(self, max_workers=None, *args, **kwargs):
    own(self, 1, *args, **kwargs)
Pool.__init__ = init
