# what: map takes its inputs when the first result is read, then submits all.
# kills: futures.map.eager
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    yield from own(self, function, *sources, timeout=timeout)
concurrent.futures.Executor.map = map_jobs
