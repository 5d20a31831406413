# what: Workers are bare threads that threading does not count.
# kills: futures.executor.lazy-threads
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import threading
own = threading.active_count
threading.active_count = lambda: 1
