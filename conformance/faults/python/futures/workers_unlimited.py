# what: Each job gets a thread of its own.
# kills: futures.executor.max-workers, futures.executor.nested-wait, futures.executor.idle-reuse, futures.executor.fifo
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import threading
class Job(threading.Thread):
    pass
def submit(self, function, /, *args, **kwargs):
    if self._shutdown:
        raise RuntimeError("shut down")
    future = Future()
    item = concurrent.futures.thread._WorkItem(future, function, args, kwargs)
    thread = threading.Thread(target=item.run)
    self._threads.add(thread)
    thread.start()
    return future
Pool.submit = submit
