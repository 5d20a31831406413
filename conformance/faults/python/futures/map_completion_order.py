# what: Results come in the order of completion.
# kills: futures.map.input-order, futures.map.error-at-its-place
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    futures = [self.submit(function, *arguments) for arguments in zip(*sources)]
    return (future.result() for future in concurrent.futures.as_completed(futures, timeout))
concurrent.futures.Executor.map = map_jobs
