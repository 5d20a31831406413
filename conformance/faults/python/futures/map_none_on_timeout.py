# what: A result that is not there in time is None.
# kills: futures.map.timeout
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    futures = [self.submit(function, *arguments) for arguments in zip(*sources)]
    def results():
        for future in futures:
            try:
                yield future.result(timeout)
            except concurrent.futures.TimeoutError:
                yield None
    return results()
concurrent.futures.Executor.map = map_jobs
