# what: A waiting shutdown cancels what is queued.
# kills: futures.shutdown.waits, futures.executor.ten-jobs
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, wait, cancel_futures=cancel_futures or wait)
Pool.shutdown = shutdown
