# what: Shorter inputs are padded with None.
# kills: futures.map.shortest, futures.map.empty
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
import itertools
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    return own(self, function, *zip(*itertools.zip_longest(*sources)), timeout=timeout)
concurrent.futures.Executor.map = map_jobs
