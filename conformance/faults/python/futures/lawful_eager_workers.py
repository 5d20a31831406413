# what: All workers are created at construction.
# kind: lawful
# tries: futures.*

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

own = Pool.__init__
def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    for _ in range(self._max_workers):
        self._adjust_thread_count()
Pool.__init__ = init
