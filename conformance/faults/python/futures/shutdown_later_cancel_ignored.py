# what: A shutdown that follows another one cancels nothing.
# kills: futures.shutdown.cancel-futures
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    own(self, wait, cancel_futures=cancel_futures and not self._shutdown)
Pool.shutdown = shutdown
