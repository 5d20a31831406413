# what: The pool grows when all its workers wait.
# kills: futures.executor.nested-wait
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import threading
own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    if threading.current_thread().name.startswith(self._thread_name_prefix):
        self._max_workers += 1
    return own(self, function, *args, **kwargs)
Pool.submit = submit
