# what: A pool of threads starts all of them when it is made.
# kills: asyncio.executor.no-work-no-thread
# kind: fault

import concurrent.futures

Pool = concurrent.futures.ThreadPoolExecutor
make = Pool.__init__


def make_and_start(self, *arguments, **options):
    make(self, *arguments, **options)
    for _ in range(self._max_workers):
        self._adjust_thread_count()


Pool.__init__ = make_and_start
