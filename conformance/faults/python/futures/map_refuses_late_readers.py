# what: When the time is over map gives no result that is there either.
# kills: futures.map.timeout
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import time
own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    end = None if timeout is None else time.monotonic() + timeout
    results = own(self, function, *sources, timeout=timeout, chunksize=chunksize)
    def checked():
        for result in results:
            if end is not None and end < time.monotonic():
                raise concurrent.futures.TimeoutError
            yield result
    return checked()
concurrent.futures.Executor.map = map_jobs
