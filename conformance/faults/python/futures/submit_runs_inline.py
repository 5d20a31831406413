# what: Jobs run at submit, in the caller.
# kills: futures.executor.same-process, futures.callback.thread, futures.cancel.pending, futures.submit.returns-future, futures.map.does-not-wait
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

def submit(self, function, /, *args, **kwargs):
    if self._shutdown:
        raise RuntimeError("shut down")
    future = Future()
    future.set_running_or_notify_cancel()
    try:
        future.set_result(function(*args, **kwargs))
    except Exception as error:
        future.set_exception(error)
    return future
Pool.submit = submit
