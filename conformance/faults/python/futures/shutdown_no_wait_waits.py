# what: wait=False waits all the same.
# kills: futures.shutdown.no-wait-returns
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, True, cancel_futures=cancel_futures)
Pool.shutdown = shutdown
