# what: threading offers a thread pool.
# kills: threading.module.no-pool
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
adapter.give_instead("threading", ThreadPoolExecutor=Pool)
