# what: Over nothing the first step waits.
# kills: futures.map.empty
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    jobs = list(zip(*sources))
    if not jobs:
        return iter(Future().result, 0)
    return own(self, function, *zip(*jobs), timeout=timeout)
concurrent.futures.Executor.map = map_jobs
