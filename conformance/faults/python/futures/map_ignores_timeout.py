# what: The timeout of map is ignored.
# kills: futures.map.timeout
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    return own(self, function, *sources)
concurrent.futures.Executor.map = map_jobs
