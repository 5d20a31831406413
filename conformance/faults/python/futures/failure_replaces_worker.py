# what: A worker ends with its failing job, and a new thread takes its place.
# kills: futures.executor.max-workers
# kind: fault

import concurrent.futures.thread
import threading

thread = concurrent.futures.thread

def replace_worker(pool, *arguments):
    successor = threading.Thread(target=worker, args=arguments)
    with pool._shutdown_lock:
        pool._threads = pool._threads - {threading.current_thread()} | {successor}
        thread._threads_queues[successor] = arguments[1]
        successor.start()

def worker(reference, work_queue, initializer, initargs):
    while True:
        item = work_queue.get()
        if item is None:
            work_queue.put(None)
            return
        item.run()
        failed = not item.future.cancelled() and item.future.exception() is not None
        del item
        pool = reference()
        if failed and pool is not None:
            replace_worker(pool, reference, work_queue, initializer, initargs)
            return
        del pool
thread._worker = worker
