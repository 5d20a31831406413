# what: No shutdown waits.
# kills: futures.shutdown.waits, futures.shutdown.with-waits, futures.shutdown.with-waits-on-error, futures.executor.ten-jobs, futures.executor.threads-ended
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, False, cancel_futures=cancel_futures)
Pool.shutdown = shutdown
