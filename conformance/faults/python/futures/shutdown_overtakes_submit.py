# what: submit looks without the lock whether the pool is shut down: a job may come behind the workers' end.
# kills: futures.shutdown.waits
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import time
item = concurrent.futures.thread._WorkItem
def submit(self, function, /, *args, **kwargs):
    if self._shutdown:
        raise RuntimeError("cannot schedule new futures after shutdown")
    time.sleep(0.0001)
    future = Future()
    self._work_queue.put(item(future, function, args, kwargs))
    if not self._shutdown:
        self._adjust_thread_count()
    return future
Pool.submit = submit
