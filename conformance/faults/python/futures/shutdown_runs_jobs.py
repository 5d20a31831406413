# what: A job submitted after the shutdown runs in the caller.
# kills: futures.shutdown.no-new-work, futures.shutdown.with-waits
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    if not self._shutdown:
        return own(self, function, *args, **kwargs)
    future = Future()
    future.set_result(function(*args, **kwargs))
    return future
Pool.submit = submit
