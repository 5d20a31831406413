# what: When a worker dies the waiters hang.
# kills: futures.process.worker-death
# kind: fault

import concurrent.futures.process

Pool = concurrent.futures.process.ProcessPoolExecutor

concurrent.futures.process._ExecutorManagerThread.terminate_broken = lambda self, cause: __import__("time").sleep(3600)
