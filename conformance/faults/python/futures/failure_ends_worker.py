# what: A worker ends with its failing job.
# kills: futures.exception.isolated, futures.exception.unobserved-silent
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

run = concurrent.futures.thread._WorkItem.run
def dies(self):
    run(self)
    if self.future.done() and not self.future.cancelled() and self.future.exception():
        raise SystemExit
concurrent.futures.thread._WorkItem.run = dies
own_worker = concurrent.futures.thread._worker
import queue
def worker(reference, work_queue, initializer, initargs):
    while True:
        item = work_queue.get()
        if item is None:
            work_queue.put(None)
            return
        item.run()
concurrent.futures.thread._worker = worker
