# what: A job is run twice.
# kills: futures.executor.ten-jobs, futures.executor.default-workers, futures.cancel.pending-never-runs
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

run = concurrent.futures.thread._WorkItem.run
def twice(self):
    if not self.future.cancelled():
        try:
            self.fn(*self.args, **self.kwargs)
        except BaseException:
            pass
    run(self)
concurrent.futures.thread._WorkItem.run = twice
