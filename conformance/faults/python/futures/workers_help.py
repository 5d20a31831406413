# what: A job that waits runs the inner job in its own worker.
# kills: futures.executor.nested-wait
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Future.result
own_submit = Pool.submit
def submit(self, function, /, *args, **kwargs):
    future = own_submit(self, function, *args, **kwargs)
    future.queue = self._work_queue
    return future
def result(self, timeout=None):
    import queue
    try:
        while not self.done() and hasattr(self, "queue") and timeout is not None:
            item = self.queue.get_nowait()
            if item is not None:
                item.run()
    except queue.Empty:
        pass
    return own(self, timeout)
Pool.submit, Future.result = submit, result
