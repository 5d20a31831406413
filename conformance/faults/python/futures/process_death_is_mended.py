# what: When a worker dies the pool starts another and goes on.
# kills: futures.process.worker-death
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    if self._broken:
        other = Pool(1)
        return other.submit(function, *args, **kwargs)
    return own(self, function, *args, **kwargs)
Pool.submit = submit
