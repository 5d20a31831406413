# what: Queued jobs are cancelled at any shutdown.
# kills: futures.shutdown.no-wait-results, futures.shutdown.waits, futures.shutdown.with-waits, futures.shutdown.exit-still-waits, futures.executor.ten-jobs
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, wait, cancel_futures=True)
Pool.shutdown = shutdown
