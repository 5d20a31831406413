# what: map submits while its results are read.
# kills: futures.map.eager, futures.shutdown.no-new-work, futures.map.results-after-exit
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    for arguments in zip(*sources):
        yield self.submit(function, *arguments).result(timeout)
concurrent.futures.Executor.map = map_jobs
