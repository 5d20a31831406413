# what: After an error the iterator goes on with the next result.
# kills: futures.map.error-ends-iteration
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
class Results:
    def __init__(self, futures, timeout):
        self.futures, self.timeout = iter(futures), timeout
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.futures).result(self.timeout)
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    return Results([self.submit(function, *arguments) for arguments in zip(*sources)], timeout)
concurrent.futures.Executor.map = map_jobs
