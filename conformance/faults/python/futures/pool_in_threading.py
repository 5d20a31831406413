# what: threading has the pool too.
# kills: futures.executor.not-in-threading
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import threading
threading.ThreadPoolExecutor = Pool
