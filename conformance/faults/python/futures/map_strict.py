# what: Inputs of different lengths are refused.
# kills: futures.map.shortest, futures.map.empty
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    return own(self, function, *zip(*zip(*sources, strict=True)), timeout=timeout)
concurrent.futures.Executor.map = map_jobs
