# what: The cancel option drops jobs without cancelling their futures.
# kills: futures.shutdown.cancel-futures
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    if cancel_futures:
        while not self._work_queue.empty():
            self._work_queue.get_nowait()
    own(self, wait)
Pool.shutdown = shutdown
