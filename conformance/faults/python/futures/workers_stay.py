# what: The threads stay after a shutdown.
# kills: futures.executor.threads-ended
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import time
def shutdown(self, wait=True, *, cancel_futures=False):
    self._shutdown = True
    while wait and not self._work_queue.empty():
        time.sleep(0.001)
Pool.shutdown = shutdown
