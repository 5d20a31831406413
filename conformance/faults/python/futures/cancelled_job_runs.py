# what: The cancelled job runs all the same and its result is thrown away.
# kills: futures.cancel.pending-never-runs, futures.cancel.example
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

run = concurrent.futures.thread._WorkItem.run
def run_anyway(self):
    if self.future.cancelled():
        self.fn(*self.args, **self.kwargs)
    run(self)
concurrent.futures.thread._WorkItem.run = run_anyway
