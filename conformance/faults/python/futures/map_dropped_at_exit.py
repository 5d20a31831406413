# what: Leaving the block cancels what was not read.
# kills: futures.map.results-after-exit, futures.shutdown.with-waits
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = concurrent.futures.Executor.map
def leave(self, *error):
    self.shutdown(wait=True, cancel_futures=True)
concurrent.futures.Executor.__exit__ = leave
map_jobs = own
concurrent.futures.Executor.map = map_jobs
