# what: submit enters the job before it refuses it: a worker that is still busy runs it.
# kills: futures.shutdown.no-new-work
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.submit
def submit(self, function, /, *args, **kwargs):
    try:
        return own(self, function, *args, **kwargs)
    except RuntimeError:
        self._work_queue.put(
            concurrent.futures.thread._WorkItem(Future(), function, args, kwargs))
        raise
Pool.submit = submit
