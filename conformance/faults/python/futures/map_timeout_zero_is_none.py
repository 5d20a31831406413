# what: map takes a timeout of zero for none.
# kills: futures.map.timeout
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    return own(self, function, *sources, timeout=timeout or None, chunksize=chunksize)
concurrent.futures.Executor.map = map_jobs
