# what: map waits for all jobs before it returns, without a timeout.
# kills: futures.map.does-not-wait, futures.map.timeout
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def map_jobs(self, function, *sources, timeout=None, chunksize=1):
    futures = [self.submit(function, *arguments) for arguments in zip(*sources)]
    concurrent.futures.wait(futures)
    return (future.result(0) for future in futures)
concurrent.futures.Executor.map = map_jobs
