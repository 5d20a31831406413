# what: A pool starts one worker too many when many jobs are queued.
# kills: futures.executor.max-workers
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool._adjust_thread_count
def adjust(self):
    many = self._work_queue.qsize() > 8
    self._max_workers += many
    try:
        own(self)
    finally:
        self._max_workers -= many
Pool._adjust_thread_count = adjust
