# what: The end of the main thread ends the workers.
# kills: futures.shutdown.exit-still-waits
# kind: fault

import concurrent.futures.thread

Pool = concurrent.futures.thread.ThreadPoolExecutor
Future = concurrent.futures.Future

import os, threading
concurrent.futures.thread._python_exit = None
threading._threading_atexits.clear()
threading._threading_atexits.append(lambda: os._exit(0))
