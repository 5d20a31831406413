# what: The job that is last in the queue is lost at shutdown.
# kills: futures.executor.ten-jobs, futures.shutdown.waits, futures.shutdown.with-waits
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import queue
own = Pool.shutdown
def shutdown(self, wait=True, *, cancel_futures=False):
    items = []
    while not self._shutdown and not self._work_queue.empty():
        try:
            items.append(self._work_queue.get_nowait())
        except queue.Empty:
            break
    for item in items[:-1]:
        self._work_queue.put(item)
    own(self, wait, cancel_futures=cancel_futures)
Pool.shutdown = shutdown
