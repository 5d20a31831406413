# what: The first failure cancels the jobs behind it.
# kills: futures.exception.example, futures.exception.isolated
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

run = concurrent.futures.thread._WorkItem.run
failed = []
def run_or_cancel(self):
    if failed:
        self.future.cancel()
    run(self)
    if not self.future.cancelled() and self.future.exception() is not None:
        failed.append(1)
concurrent.futures.thread._WorkItem.run = run_or_cancel
