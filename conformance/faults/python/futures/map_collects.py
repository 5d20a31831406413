# what: map collects the results before it returns.
# kills: futures.map.does-not-wait, futures.map.one-pass-iterator, futures.map.error-at-its-place, futures.map.timeout
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    return list(own(self, function, *sources, timeout=timeout))
concurrent.futures.Executor.map = map_jobs
