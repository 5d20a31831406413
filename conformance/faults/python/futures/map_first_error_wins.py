# what: The first error in time is raised at once.
# kills: futures.map.error-at-its-place
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    futures = [self.submit(function, *arguments) for arguments in zip(*sources)]
    def results():
        concurrent.futures.wait(futures, return_when="FIRST_EXCEPTION")
        for future in futures:
            if future.done() and future.exception() is not None:
                future.result()
        for future in futures:
            yield future.result(timeout)
    return results()
concurrent.futures.Executor.map = map_jobs
