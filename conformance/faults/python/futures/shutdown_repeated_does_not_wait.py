# what: Only the first shutdown waits.
# kills: futures.shutdown.waits
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, wait and not self._shutdown, cancel_futures=cancel_futures)
Pool.shutdown = shutdown
