# what: The default does not wait.
# kills: futures.shutdown.waits, futures.executor.threads-ended
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=False, *, cancel_futures=False):
    own(self, wait, cancel_futures=cancel_futures)
Pool.shutdown = shutdown
